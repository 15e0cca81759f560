package org.xinju.acceptance.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.xinju.acceptance.crash.agent.CrashAgent;

/** Packs the agent: the classes of its package and a manifest. */
final class AgentJar {

    private AgentJar() {}

    /** @param jar is written anew */
    static void write(Path jar) {
        try {
            Files.createDirectories(jar.toAbsolutePath().getParent());
            var code = Path.of(CrashAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(code)) {
                write(jar, code);
            } else {
                try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + code.toUri()), Map.of())) {
                    write(jar, inside.getPath("/"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path jar, Path code) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
        var packageFolder = code.resolve(CrashAgent.class.getPackageName().replace('.', '/'));
        try (OutputStream file = Files.newOutputStream(jar); var out = new JarOutputStream(file, manifest); var classes = Files.list(packageFolder)) {
            for (var one : classes.sorted().toList()) {
                out.putNextEntry(new ZipEntry(CrashAgent.class.getPackageName().replace('.', '/') + "/" + one.getFileName()));
                out.write(Files.readAllBytes(one));
            }
        }
    }
}
