package org.xinju.launcher.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.xinju.launcher.component.Settings;
import org.xinju.launcher.words.Refusal;

/**
 * Hands over to a program of the acceptance module.
 *
 * @param program name of its class below {@code org.xinju.acceptance}
 */
record Acceptance(Settings settings, String program) {

    int run(Options options) throws IOException, InterruptedException {
        var jar = settings.root().resolve("acceptance/target/xinju-acceptance.jar");
        if (!Files.exists(jar)) {
            throw new Refusal("no-acceptance", jar);
        }
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dxinju.root=" + settings.root(), "-cp", jar + File.pathSeparator + jar.resolveSibling("lib") + "/*",
                "org.xinju.acceptance." + program));
        line.addAll(options.rest());
        var builder = new ProcessBuilder(line).inheritIO();
        builder.environment().put("XINJU_DATA", settings.data().toString());
        return builder.start().waitFor();
    }
}
