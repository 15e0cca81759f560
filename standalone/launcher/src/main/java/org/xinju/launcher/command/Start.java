package org.xinju.launcher.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.xinju.launcher.cache.Caches;
import org.xinju.launcher.component.Component;
import org.xinju.launcher.component.Components;
import org.xinju.launcher.component.Free;
import org.xinju.launcher.component.Settings;
import org.xinju.launcher.component.State;
import org.xinju.launcher.component.Store;
import org.xinju.launcher.demo.DemoWorld;
import org.xinju.launcher.demo.Tokens;
import org.xinju.launcher.process.ProcessRecord;
import org.xinju.launcher.process.RunFolder;
import org.xinju.launcher.process.Supervisor;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;
import org.xinju.launcher.words.Words;

/** Starts everything, fills an empty system with the demo world, says where it is, and stays until it is stopped. */
final class Start {

    private static final long ROOM = 1L << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> FOR_DEMO = Set.of(Components.ISSUER, Components.GATEWAY);

    private final Settings settings;
    private final Console console;
    private final RunFolder run;
    private final long began = System.nanoTime();

    Start(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.run = new RunFolder(settings.run());
    }

    int run(Options options) throws InterruptedException {
        prepareFolder();
        run.lock();
        var state = State.of(settings.data());
        var store = Store.choose(settings, state.store());
        var components = new Components(settings, store, options.replicas()).chosen(options.only());
        Components.requireBuilt(components);
        clearUp();
        Free.check(components);
        state = state.with(store).keep(settings.data());

        var caches = new Caches(settings.caches(), settings.logs(), console);
        var supervisor = new Supervisor(Components.jobs(components, caches), run, settings.logs(), console,
                new Supervisor.Times(PATIENCE, settings.longestRestartPause()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervisor), "stop"));
        record(ProcessRecord.State.STARTING);
        console.say("starting", settings.data());
        if (!supervisor.start()) {
            return 0;
        }
        demoWorld(options, components, state);
        sayWhereItIs(components);
        record(ProcessRecord.State.READY);
        supervisor.awaitStop();
        return 0;
    }

    private void prepareFolder() {
        try {
            Files.createDirectories(settings.logs());
            var room = Files.getFileStore(settings.data()).getUsableSpace();
            if (room < ROOM) {
                throw new Refusal("disk-full", settings.data(), room >> 20, ROOM >> 20);
            }
        } catch (IOException e) {
            throw new Refusal("folder-unusable", settings.data(), e);
        }
    }

    /** A launcher that was killed leaves its children behind. */
    private void clearUp() {
        var left = run.living();
        if (!left.isEmpty()) {
            console.say("left-overs", String.join(", ", left.stream().map(ProcessRecord::name).toList()));
            Stop.leftOvers(run, left);
        }
    }

    private void end(Supervisor supervisor) {
        supervisor.stop();
        run.remove(RunFolder.LAUNCHER);
    }

    private void record(ProcessRecord.State state) {
        var self = ProcessHandle.current();
        run.write(new ProcessRecord(RunFolder.LAUNCHER, self.pid(), self.info().startInstant().orElseThrow(), settings.gateway().number(),
                state, 0, settings.logs().resolve("launcher.log").toString()));
    }

    /** What fails here leaves a running system, only an emptier one; the next start goes on with it. */
    private void demoWorld(Options options, List<Component> components, State state) throws InterruptedException {
        var running = components.stream().map(Component::name).collect(Collectors.toSet());
        if (options.empty() || !running.containsAll(FOR_DEMO)) {
            return;
        }
        var kept = new AtomicReference<>(state);
        new DemoWorld(gateway(), tokens(), settings.issuerUri(), console).tell(state.stories(), running,
                story -> kept.updateAndGet(before -> before.with(story)).keep(settings.data()));
    }

    private Tokens tokens() {
        return new Tokens(URI.create(settings.issuerUri()), settings.issuerData());
    }

    private URI gateway() {
        return URI.create("http://localhost:" + settings.gateway().number());
    }

    private void sayWhereItIs(List<Component> components) {
        var names = components.stream().map(Component::name).toList();
        var seconds = String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
        for (var words : List.of(Words.CHINESE, Words.ENGLISH)) {
            console.print("");
            console.print(words.say("up", seconds));
            if (names.contains(Components.GATEWAY)) {
                console.print(words.say("addresses", gateway()));
            }
            if (names.contains(Components.ISSUER)) {
                var personas = tokens().personas().stream().map(persona -> persona.name()).filter(name -> !name.matches(".*[0-9]")).toList();
                console.print(words.say("personas", String.join(" ", personas)));
            }
            console.print(words.say("how-to-stop", settings.logs()));
        }
    }
}
