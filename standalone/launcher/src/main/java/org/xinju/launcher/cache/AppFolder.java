package org.xinju.launcher.cache;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The copy of one program and its AOT cache: {@code app/}, {@code app.aot} and, written last, {@code complete}, which says what the rest
 * was made from. Without a true {@code complete} the folder is worth nothing.
 */
record AppFolder(Path path) {

    Path app() {
        return path.resolve("app");
    }

    Path cache() {
        return path.resolve("app.aot");
    }

    /** Where the JVM writes the cache before it is known to be whole. */
    Path cacheInTheMaking() {
        return path.resolve("new.aot");
    }

    /** Where a training run may keep data. */
    Path scratch() {
        return path.resolve("scratch");
    }

    private Path complete() {
        return path.resolve("complete");
    }

    boolean isMadeFrom(String fingerprint) throws IOException {
        return Files.exists(complete()) && Files.exists(cache())
                && Files.readString(complete()).equals(fingerprint + " " + Files.size(cache()));
    }

    void completeWith(String fingerprint) throws IOException {
        Files.move(cacheInTheMaking(), cache(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var written = path.resolve("complete.new");
        Files.writeString(written, fingerprint + " " + Files.size(cache()));
        Files.move(written, complete(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.delete(scratch());
    }

    /** The part of a command line that names the program. */
    List<String> launch(Program program) {
        return switch (program) {
            case Program.BootJar(var jar) -> List.of("-jar", app().resolve(jar.getFileName()).toString());
            case Program.Classpath(var jar, var main) -> List.of("-cp", classpath(jar), main);
        };
    }

    /** In a fixed order: the JVM compares it with the one of the training. */
    private String classpath(Path jar) {
        try {
            var all = new ArrayList<>(List.of(app().resolve(jar.getFileName())));
            all.addAll(Folders.jars(app().resolve("lib")));
            return all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
