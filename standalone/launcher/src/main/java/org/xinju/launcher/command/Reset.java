package org.xinju.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.xinju.launcher.cache.Folders;
import org.xinju.launcher.component.Settings;
import org.xinju.launcher.words.Console;

/** Stops the system and deletes what it has kept. Caches stay: they are made from programs, not from data. */
record Reset(Settings settings, Console console) {

    /** Only what the system itself has made: {@code XINJU_DATA} might name a folder with other things in it. */
    private static final List<String> KEPT_DATA = List.of("store", "mongodb", "kafka", "issuer", "keys", "channels", "logs", "state.json", "run");

    int run() throws IOException {
        if (Files.isDirectory(settings.data())) {
            new Stop(settings, console).run();
            for (var name : KEPT_DATA) {
                Folders.delete(settings.data().resolve(name));
            }
        }
        console.say("reset", settings.data());
        return 0;
    }
}
