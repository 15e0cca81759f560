package org.xinju.launcher.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who listens on a port, as far as this user may know. Linux tells it in {@code /proc} (proc(5)): the socket tables name the inode of the
 * listening socket, and some process has that inode open. Elsewhere nobody is named.
 */
final class Listener {

    private static final String LISTENING = "0A";
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private Listener() {}

    /** Pid and name of the program. */
    static Optional<String> of(int port) {
        var sockets = TABLES.stream().filter(Files::isReadable).flatMap(Listener::lines).map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[3].equals(LISTENING)
                        && columns[1].endsWith(String.format(":%04X", port)))
                .map(columns -> "socket:[" + columns[9] + "]").toList();
        return sockets.isEmpty() ? Optional.empty()
                : ProcessHandle.allProcesses().filter(process -> holds(process, sockets)).findFirst().map(Listener::name);
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean holds(ProcessHandle process, List<String> sockets) {
        try (var files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException e) {
            return false; // somebody else's process, or one that has ended
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String name(ProcessHandle process) {
        var program = process.info().command().map(command -> Path.of(command).getFileName().toString()).orElse("?");
        return program + ", pid " + process.pid();
    }
}
