package org.xinju.channels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that the provider and its client share, in a file that whoever comes first makes; nobody can know it beforehand. */
public record SharedSecret(String text) {

    private static final String ALGORITHM = "HmacSHA256";

    /** What the file says; a missing one is made, whole or not at all, by exactly one of those who try at once. */
    static SharedSecret in(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return new SharedSecret(Files.readString(file).strip());
    }

    /** A hard link fails if the name is taken, which a rename does not. */
    private static void create(Path file) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var whole = Files.createTempFile(folder, ".new-", ".secret", ownerOnly(folder));
        try {
            Files.writeString(whole, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            // somebody else was first: theirs counts
        } finally {
            Files.delete(whole);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** Whether an {@code Authorization} header carries it. */
    boolean isBearer(String header) {
        return MessageDigest.isEqual(("Bearer " + text).getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    /** Value of {@code X-Signature}: hex of the HMAC over timestamp, a dot and the body. */
    String signature(String timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SharedSecret";
    }
}
