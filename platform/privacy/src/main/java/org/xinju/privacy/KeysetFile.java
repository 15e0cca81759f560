package org.xinju.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;

import com.google.crypto.tink.KeysetHandle;

import static java.util.Objects.requireNonNull;

/** One keyset in one file: Tink's JSON form, readable by its owner only. A reader sees a whole file or none. */
record KeysetFile(Path path, KeysetKind kind) {

    /**
     * The keyset, or nothing if there is no such file.
     *
     * @throws KeysetUnusableException if the file cannot be read or holds something else
     */
    Optional<KeysetHandle> read() {
        try {
            return Optional.of(kind.parse(Files.readString(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new KeysetUnusableException("The keyset file %s cannot be read: %s".formatted(path, e.getClass().getSimpleName()), e);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Tink's own message may quote the file, and the file is the key: it is not passed on.
            throw new KeysetUnusableException("The keyset file %s is not a keyset of %s keys".formatted(path, kind));
        }
    }

    /**
     * Writes the keyset unless the file is there already. Of several processes that try at once exactly one succeeds: a hard link is made
     * in one step and fails if the name is taken, which a rename does not.
     */
    boolean create(KeysetHandle keyset) throws IOException {
        var whole = written(keyset);
        try {
            Files.createLink(path, whole);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(whole);
        }
    }

    /** Puts the keyset in the place of the file's present one, in one step. */
    void replace(KeysetHandle keyset) throws IOException {
        Files.move(written(keyset), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** On the disk before it gets its name: a keyset that is lost after it was used has lost the data with it. */
    private Path written(KeysetHandle keyset) throws IOException {
        var directory = requireNonNull(path.toAbsolutePath().getParent());
        var file = Files.createTempFile(directory, ".new-", ".json", ownerOnly(directory));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(WellFormed.utf8(kind.json(keyset))));
            channel.force(true);
        }
        return file;
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
    }
}
