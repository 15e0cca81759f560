package org.xinju.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.xinju.launcher.component.Settings;
import org.xinju.launcher.process.ProcessRecord;
import org.xinju.launcher.process.RunFolder;
import org.xinju.launcher.words.Console;

/** Shows what runs: state, pid, port, for how long, how often started again, memory. Ends with 3 when nothing does, as LSB scripts do. */
record Status(Settings settings, Console console) {

    private static final int NOTHING_RUNS = 3;
    private static final String LINE = "%-22s %-11s %8s %6s %10s %9s %9s";

    int run() throws IOException, InterruptedException {
        var living = new RunFolder(settings.run()).living();
        if (living.isEmpty()) {
            console.say("not-running", settings.data());
            return NOTHING_RUNS;
        }
        console.print(LINE.formatted("NAME", "STATE", "PID", "PORT", "UP", "RESTARTS", "RSS MiB"));
        var total = 0L;
        for (var record : living) {
            var memory = memory(record);
            total += memory;
            console.print(line(record, memory));
        }
        console.print(LINE.formatted("", "", "", "", "", "", total));
        return 0;
    }

    private static String line(ProcessRecord record, long memory) {
        var up = Duration.between(record.startedAt(), Instant.now());
        return LINE.formatted(record.name(), record.state(), record.pid(), record.port(),
                "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart()), record.restarts(), memory);
    }

    /** Resident memory in MiB as ps(1) tells it in KiB, the same on Linux and macOS; 0 when it cannot be told. */
    private static long memory(ProcessRecord record) throws IOException, InterruptedException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + record.pid()).start();
        var answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        ps.waitFor();
        return answer.matches("[0-9]+") ? Long.parseLong(answer) / 1024 : 0;
    }
}
