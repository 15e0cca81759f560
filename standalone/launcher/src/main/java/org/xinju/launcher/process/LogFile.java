package org.xinju.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What one process prints: {@code name.log}, with the logs of earlier starts beside it as {@code name.1.log} and so on. */
public record LogFile(Path folder, String name) {

    private static final int KEPT = 5;
    private static final int LONGEST_READ = 1 << 20;

    public Path path() {
        return folder.resolve(name + ".log");
    }

    /** Makes room for a new start. */
    public void rotate() {
        try {
            Files.createDirectories(folder);
            for (var n = KEPT - 1; n >= 0; n--) {
                if (Files.exists(numbered(n))) {
                    Files.move(numbered(n), numbered(n + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path numbered(int n) {
        return n == 0 ? path() : folder.resolve(name + "." + n + ".log");
    }

    /** Length in bytes, 0 while there is none. */
    public long length() {
        try {
            return Files.exists(path()) ? Files.size(path()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands behind a position, at most the first MiB of it. */
    public String since(long position) {
        var end = length();
        if (end <= position) {
            return "";
        }
        try (var file = new RandomAccessFile(path().toFile(), "r")) {
            var bytes = new byte[(int) Math.min(end - position, LONGEST_READ)];
            file.seek(position);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines. */
    public List<String> tail(int lines) {
        var all = since(Math.max(0, length() - LONGEST_READ)).lines().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }
}
