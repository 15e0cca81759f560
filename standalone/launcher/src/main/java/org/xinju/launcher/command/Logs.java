package org.xinju.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xinju.launcher.component.Settings;
import org.xinju.launcher.process.LogFile;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** Prints the end of one log or of all, and what is added while it is followed. */
record Logs(Settings settings, Console console) {

    private static final int ONE = 200;
    private static final int EACH_OF_ALL = 10;
    private static final Duration LOOK = Duration.ofMillis(200);

    int run(Options options) throws IOException, InterruptedException {
        var names = names();
        if (!options.rest().isEmpty() && !names.containsAll(options.rest())) {
            throw new Refusal("no-log", String.join(", ", options.rest()), settings.logs(), String.join(", ", names));
        }
        var shown = (options.rest().isEmpty() ? names : options.rest()).stream().map(name -> new LogFile(settings.logs(), name)).toList();
        var seen = new LinkedHashMap<LogFile, Long>();
        for (var log : shown) {
            seen.put(log, log.length());
            log.tail(shown.size() == 1 ? ONE : EACH_OF_ALL).forEach(line -> print(log, line, shown.size()));
        }
        if (options.follow()) {
            follow(seen);
        }
        return 0;
    }

    /** Names of the current logs: {@code broker} and {@code points-service-2}, not {@code broker.1}. */
    private List<String> names() throws IOException {
        if (!Files.isDirectory(settings.logs())) {
            return List.of();
        }
        try (var files = Files.list(settings.logs())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("[a-z0-9-]+\\.log"))
                    .map(name -> name.replace(".log", "")).sorted().toList();
        }
    }

    /** Until Ctrl-C. A log that became shorter was started anew. */
    private void follow(Map<LogFile, Long> seen) throws InterruptedException {
        while (true) {
            for (var entry : seen.entrySet()) {
                var log = entry.getKey();
                var from = log.length() < entry.getValue() ? 0 : entry.getValue();
                var added = log.since(from);
                entry.setValue(from + added.getBytes(StandardCharsets.UTF_8).length);
                added.lines().forEach(line -> print(log, line, seen.size()));
            }
            Thread.sleep(LOOK);
        }
    }

    private void print(LogFile log, String line, int logs) {
        console.print(logs == 1 ? line : "%-22s %s".formatted(log.name(), line));
    }
}
