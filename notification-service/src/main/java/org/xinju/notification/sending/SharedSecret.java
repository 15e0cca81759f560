package org.xinju.notification.sending;

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
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What this service and the SMS provider share. In the development profile a missing file is made by whoever comes first. */
@Component
class SharedSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final Optional<String> secret;

    SharedSecret(SendingConfiguration.Settings settings, Environment environment) throws IOException {
        var file = settings.sms().secretFile();
        if (file == null || file.toString().isEmpty()) {
            if (!settings.sms().uri().isEmpty()) {
                throw new IllegalStateException("xinju.sending.sms.secret-file (XINJU_SMS_SECRET_FILE) must name the file with the SMS provider's secret");
            }
            secret = Optional.empty();
            return;
        }
        if (!Files.exists(file)) {
            if (!environment.acceptsProfiles(Profiles.of("development"))) {
                throw new IllegalStateException("The file " + file + " with the SMS provider's secret is missing (XINJU_SMS_SECRET_FILE)");
            }
            create(file.toAbsolutePath());
        }
        secret = Optional.of(Files.readString(file).strip());
    }

    /** A hard link fails if the name is taken, which a rename does not: exactly one of those who try at once succeeds. */
    private static void create(Path file) throws IOException {
        var folder = Objects.requireNonNull(file.getParent());
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

    String bearer() {
        return "Bearer " + secret.orElseThrow();
    }

    /** Whether a receipt was signed with it; never where there is none. */
    boolean hasSigned(String timestamp, byte[] body, String signature) {
        return secret.map(key -> MessageDigest.isEqual(("sha256=" + hmac(key, timestamp, body)).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8))).orElse(false);
    }

    private static String hmac(String key, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }
}
