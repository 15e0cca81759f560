package org.xinju.store;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.xinju.store.journal.StoreException;

/**
 * How a store runs. Begin with {@link #inMemory()} or {@link #durable(Path)}.
 *
 * @param data        the folder that keeps the content; empty keeps nothing
 * @param address     of this machine on which it listens; the loopback unless told otherwise, as it asks nobody for a password
 * @param port        0 takes a free one
 * @param metricsPort for Prometheus; empty for none, 0 takes a free one
 * @param fsync       whether a write is acknowledged only when the disk has it, which survives a loss of power too
 * @param logBytes    a log longer than this, and than the last snapshot, is replaced by a snapshot
 * @param expiry      how often expired documents are deleted
 * @param clock       decides what has expired
 * @param onFailure   told when the store stops for good; from then on every command fails
 */
public record StoreOptions(Optional<Path> data, InetAddress address, int port, OptionalInt metricsPort, boolean fsync, long logBytes, Duration expiry,
                           Clock clock, Consumer<StoreException> onFailure) {

    private static final long LOG_BYTES = 64L << 20;

    public static StoreOptions inMemory() {
        return new StoreOptions(Optional.empty(), InetAddress.getLoopbackAddress(), 0, OptionalInt.empty(), false, LOG_BYTES, Duration.ofSeconds(60), Clock.systemUTC(),
            failure -> System.err.println(failure.getMessage()));
    }

    public static StoreOptions durable(Path folder) {
        return inMemory().withData(folder);
    }

    public StoreOptions withData(Path folder) {
        return new StoreOptions(Optional.of(folder), address, port, metricsPort, fsync, logBytes, expiry, clock, onFailure);
    }

    public StoreOptions withAddress(InetAddress value) {
        return new StoreOptions(data, value, port, metricsPort, fsync, logBytes, expiry, clock, onFailure);
    }

    public StoreOptions withPort(int value) {
        return new StoreOptions(data, address, value, metricsPort, fsync, logBytes, expiry, clock, onFailure);
    }

    public StoreOptions withMetricsPort(int value) {
        return new StoreOptions(data, address, port, OptionalInt.of(value), fsync, logBytes, expiry, clock, onFailure);
    }

    public StoreOptions withFsync(boolean value) {
        return new StoreOptions(data, address, port, metricsPort, value, logBytes, expiry, clock, onFailure);
    }

    public StoreOptions withLogBytes(long value) {
        return new StoreOptions(data, address, port, metricsPort, fsync, value, expiry, clock, onFailure);
    }

    public StoreOptions withExpiry(Duration value, Clock by) {
        return new StoreOptions(data, address, port, metricsPort, fsync, logBytes, value, by, onFailure);
    }

    public StoreOptions withOnFailure(Consumer<StoreException> value) {
        return new StoreOptions(data, address, port, metricsPort, fsync, logBytes, expiry, clock, value);
    }
}
