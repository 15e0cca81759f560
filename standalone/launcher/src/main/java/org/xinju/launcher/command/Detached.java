package org.xinju.launcher.command;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.xinju.launcher.Main;
import org.xinju.launcher.component.Settings;
import org.xinju.launcher.process.LogFile;
import org.xinju.launcher.process.ProcessRecord.State;
import org.xinju.launcher.process.RunFolder;
import org.xinju.launcher.words.Console;

/** Starts a second launcher that outlives this one and shows what it says until everything is up. */
record Detached(Settings settings, Console console) {

    private static final Duration LOOK = Duration.ofMillis(100);

    int start(List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(settings.logs());
        var log = new LogFile(settings.logs(), RunFolder.LAUNCHER);
        if (new RunFolder(settings.run()).find(RunFolder.LAUNCHER).isEmpty()) {
            log.rotate();
        }
        var shown = log.length();
        var launcher = launcher(arguments, log);
        while (launcher.isAlive() && !isReady(launcher)) {
            Thread.sleep(LOOK);
            shown += show(log, shown);
        }
        show(log, shown);
        return launcher.isAlive() ? 0 : launcher.waitFor();
    }

    /** The same program with the same settings; it hears neither Ctrl-C nor the end of the terminal. */
    private static Process launcher(List<String> arguments, LogFile log) throws IOException {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh",
                ProcessHandle.current().info().command().orElse("java")));
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        arguments.stream().filter(argument -> !argument.equals("-d") && !argument.equals("--detach")).forEach(line::add);
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.path().toFile()))
                .redirectInput(Redirect.from(new File("/dev/null"))).start();
    }

    private boolean isReady(Process launcher) {
        return new RunFolder(settings.run()).find(RunFolder.LAUNCHER)
                .filter(record -> record.pid() == launcher.pid() && record.state() == State.READY).isPresent();
    }

    private int show(LogFile log, long from) {
        var text = log.since(from);
        if (!text.isEmpty()) {
            console.print(text.stripTrailing());
        }
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
