package org.xinju.launcher.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.xinju.launcher.cache.Caches;
import org.xinju.launcher.component.Components;
import org.xinju.launcher.component.Replicas;
import org.xinju.launcher.component.Settings;
import org.xinju.launcher.component.State;
import org.xinju.launcher.component.Store;
import org.xinju.launcher.process.RunFolder;
import org.xinju.launcher.process.Supervisor;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/**
 * {@code store copy to ADDRESS} moves the data folder's documents from the stand-in to a MongoDB, {@code store copy from ADDRESS} back.
 * The system stands still meanwhile; afterwards the data folder belongs to the store that was copied to. What was copied stays where it was.
 */
record StoreCopy(Settings settings, Console console) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TO = "to";
    private static final String FROM = "from";

    int run(Options options) throws IOException, InterruptedException {
        var words = options.rest();
        if (words.size() != 3 || !words.getFirst().equals("copy") || !Set.of(TO, FROM).contains(words.get(1))) {
            throw new Refusal("store-copy-usage");
        }
        var given = new Store.Given(words.get(2));
        var standIn = new Store.StandIn(settings.storePort());
        var out = words.get(1).equals(TO);
        var run = new RunFolder(settings.run());
        Files.createDirectories(settings.logs());
        run.lock();
        var state = State.of(settings.data());
        if (out && !standIn.name().equals(state.store())) {
            throw new Refusal("store-copy-nothing", settings.data());
        }
        var status = copy(standIn, given, out, run);
        if (status == 0) {
            state.with(out ? given : standIn).keep(settings.data());
            console.say(out ? "store-copied-to" : "store-copied-from", given.name());
        }
        return status;
    }

    private int copy(Store.StandIn standIn, Store.Given given, boolean out, RunFolder run) throws IOException, InterruptedException {
        var component = new Components(settings, standIn, Replicas.ONE_EACH).chosen(Set.of(Components.STORE));
        Components.requireBuilt(component);
        var supervisor = new Supervisor(Components.jobs(component, new Caches(settings.caches(), settings.logs(), console)), run, settings.logs(),
                console, new Supervisor.Times(PATIENCE, settings.longestRestartPause()));
        try {
            if (!supervisor.start()) {
                return 1;
            }
            var here = "mongodb://127.0.0.1:" + standIn.port();
            return new ProcessBuilder(line(out ? List.of(here, given.address()) : List.of(given.address(), here))).inheritIO().start().waitFor();
        } finally {
            supervisor.stop();
        }
    }

    private List<String> line(List<String> addresses) {
        var jar = settings.root().resolve("standalone/store/target/xinju-store.jar");
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                jar + File.pathSeparator + jar.resolveSibling("lib") + "/*", "org.xinju.store.copy.StoreCopy", addresses.getFirst(),
                addresses.getLast());
    }
}
