package org.xinju.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

import org.xinju.store.journal.StoreException;

/** The store as a process: {@code [--address A] --port N --data DIR [--fsync] [--metrics-port N]}. Without a folder it keeps nothing. */
public final class StoreMain {

    private static final int PORT = 27117;
    private static final int USAGE = 2;

    private StoreMain() {}

    public static void main(String[] arguments) {
        var options = options(arguments);
        if (options.isEmpty()) {
            System.err.println("usage: org.xinju.store.StoreMain [--address A] [--port N] [--data DIR] [--fsync] [--metrics-port N]");
            System.exit(USAGE);
            return;
        }
        try {
            var store = Store.open(options.get().withOnFailure(StoreMain::stop));
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-shutdown"));
            System.out.println("store ready on " + options.get().address().getHostAddress() + ":" + store.port());
            System.out.flush();
        } catch (StoreException e) {
            stop(e);
        } catch (RuntimeException e) {
            System.err.println("The store does not start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** At once and without any more answers: what is in flight may not be known. */
    private static void stop(StoreException failure) {
        System.err.println(failure.getMessage());
        System.err.flush();
        Runtime.getRuntime().halt(failure.reason().exitCode());
    }

    private static Optional<StoreOptions> options(String[] arguments) {
        var options = StoreOptions.inMemory().withPort(PORT);
        var left = new ArrayDeque<>(Arrays.asList(arguments));
        try {
            while (!left.isEmpty()) {
                var name = left.pop();
                options = switch (name) {
                    case "--address" -> options.withAddress(InetAddress.getByName(left.pop()));
                    case "--port" -> options.withPort(Integer.parseInt(left.pop()));
                    case "--data" -> options.withData(Path.of(left.pop()));
                    case "--fsync" -> options.withFsync(true);
                    case "--metrics-port" -> options.withMetricsPort(Integer.parseInt(left.pop()));
                    default -> throw new IllegalArgumentException(name);
                };
            }
            return Optional.of(options);
        } catch (IllegalArgumentException | UnknownHostException | java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }
}
