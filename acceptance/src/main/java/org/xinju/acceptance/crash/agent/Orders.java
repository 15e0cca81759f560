package org.xinju.acceptance.crash.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * What a process is told to do, and what it has done: {@code die} holds a point and how often it is passed before, {@code break} and
 * {@code fault} what holds until they say something else, {@code died} the point at which the process died and when.
 */
public final class Orders {

    private static final int LOOK_EVERY_MILLIS = 20;
    private static final int KILLED = 137; // the status of a program that ended by SIGKILL

    private final Path folder;
    private final AtomicInteger left = new AtomicInteger();
    private volatile @Nullable Point point;
    private volatile String broken = "";
    private volatile String fault = "";

    private Orders(Path folder) {
        this.folder = folder;
    }

    /** Those of a process that begins. */
    static Orders read(Path folder) throws IOException {
        Files.createDirectories(folder);
        var orders = new Orders(folder);
        orders.look();
        Thread.ofPlatform().name("crash-orders").daemon().start(orders::watch);
        return orders;
    }

    /** Tells a process to die when it passes a point for the n-th time from now; replaces an order that was not carried out. */
    public static void die(Path folder, Point point, int passings) {
        write(folder, "die", point.name() + " " + passings);
    }

    /** Takes an order back. @return false if it was carried out, or is being */
    public static boolean takeBack(Path folder) {
        try {
            write(folder, "die", Point.ANY_MOMENT.name() + " 1");
            return !Files.exists(folder.resolve("died"));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What the process left when it died: point and epoch milliseconds; null if it has not. The next question finds nothing. */
    public static @Nullable String died(Path folder) {
        try {
            var died = Files.readString(folder.resolve("died"));
            Files.delete(folder.resolve("died"));
            return died;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks the protocol in a process from now on, and in those that are started after it. */
    public static void breakOnPurpose(Path folder, Break broken) {
        write(folder, "break", broken.name());
    }

    /** Lets a fault befall a process from now on, and those that are started after it. */
    public static void befall(Path folder, Fault fault) {
        write(folder, "fault", fault.name());
    }

    /** Deletes all orders of an earlier run. @param all folder of the processes' folders */
    public static void forget(Path all) {
        if (Files.exists(all)) {
            try (var files = Files.walk(all)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder);
            var written = Files.writeString(folder.resolve(name + ".new"), text);
            Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                look();
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws IOException {
        broken = text("break");
        fault = text("fault");
        var order = text("die").split(" ");
        if (order.length == 2) {
            Files.deleteIfExists(folder.resolve("die"));
            left.set(Integer.parseInt(order[1]));
            point = Point.valueOf(order[0]);
        }
    }

    private String text(String name) throws IOException {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    boolean isBroken(Break one) {
        return broken.equals(one.name());
    }

    boolean isFault(Fault one) {
        return fault.equals(one.name());
    }

    /** The process has come to a point, and may die there. */
    void pass(Point here) {
        if (here == point && left.decrementAndGet() == 0) {
            try {
                Files.writeString(folder.resolve("died"), here.name() + " " + System.currentTimeMillis(), StandardOpenOption.CREATE,
                        StandardOpenOption.SYNC, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                Runtime.getRuntime().halt(KILLED); // no shutdown hook runs; what is not with the operating system is gone, as after SIGKILL
            }
        }
    }
}
