package org.xinju.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/** Small files that the first start makes and every later start reads; only their owner can. */
@Component
final class KeptFiles {

    private final Path folder;

    KeptFiles(IssuerProperties properties) {
        this.folder = properties.data().toAbsolutePath().normalize();
    }

    /** What the file says; if there is none yet it is made, whole or not at all. */
    String read(String name, Supplier<String> first) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, first.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(folder);
        var written = Files.createTempFile(folder, file.getFileName().toString(), ".new");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(written, text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
