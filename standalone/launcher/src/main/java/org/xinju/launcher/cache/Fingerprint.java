package org.xinju.launcher.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;

/** What a cache depends on, in short: the content of the jars by the checksums inside them, the JVM, its flags and the place. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }

    static String of(List<Path> jars, List<String> flags, Path place) throws IOException {
        var fingerprint = new Fingerprint();
        fingerprint.add(Runtime.version() + " " + System.getProperty("java.vm.vendor") + " " + System.getProperty("java.home"));
        fingerprint.add(String.join(" ", flags));
        fingerprint.add(place.toAbsolutePath().toString());
        for (var jar : jars) {
            fingerprint.add(jar);
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(Path jar) throws IOException {
        add(jar.getFileName().toString());
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> {
                add(entry.getName());
                digest.update(ByteBuffer.allocate(Long.BYTES * 2).putLong(entry.getSize()).putLong(entry.getCrc()).flip());
            });
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
