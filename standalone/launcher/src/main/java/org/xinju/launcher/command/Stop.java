package org.xinju.launcher.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.xinju.launcher.component.Settings;
import org.xinju.launcher.process.ProcessRecord;
import org.xinju.launcher.process.RunFolder;
import org.xinju.launcher.words.Console;

/** Ends a running system, and whatever is left of one whose launcher was killed. */
record Stop(Settings settings, Console console) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    int run() {
        var folder = new RunFolder(settings.run());
        var launcher = folder.find(RunFolder.LAUNCHER);
        launcher.ifPresent(record -> end(folder, record));
        var left = folder.living();
        if (launcher.isEmpty() && left.isEmpty()) {
            console.say("not-running", settings.data());
        } else {
            leftOvers(folder, left);
            console.say("stopped");
        }
        return 0;
    }

    /** Ends what was started last first. */
    static void leftOvers(RunFolder folder, List<ProcessRecord> left) {
        left.reversed().forEach(record -> end(folder, record));
    }

    private static void end(RunFolder folder, ProcessRecord record) {
        record.process().ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                process.destroyForcibly();
            }
        });
        folder.remove(record.name());
    }
}
