package org.xinju.launcher.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.xinju.launcher.process.Child;
import org.xinju.launcher.process.LogFile;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** Makes and finds the copies and AOT caches of programs, one folder each, named after the component. */
public final class Caches {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Statuses of a training run that went well: it ended by itself, or by the SIGTERM that it was sent. */
    private static final List<Integer> WELL = List.of(0, 143);

    private final Path folder;
    private final Path logs;
    private final Path java;
    private final Console console;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    /** Made since this launcher began, or not: a replica may run from the copy already, so it is not made again under its feet. */
    private final Set<String> tried = ConcurrentHashMap.newKeySet();

    public Caches(Path folder, Path logs, Console console) {
        this.folder = folder;
        this.logs = logs;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.console = console;
    }

    /**
     * The command line that starts the program fast, up to and without its arguments. The first call, and the first after a change of the
     * program or of the JVM, takes seconds; who asks for the same program meanwhile waits for it.
     *
     * @param flags of the JVM; the same in training and use, else the JVM refuses the cache
     * @throws Refusal when the program cannot be unpacked
     */
    public List<String> prepare(String name, Program program, List<String> flags, Training training)
            throws IOException, InterruptedException {
        var place = new AppFolder(folder.resolve(name));
        synchronized (locks.computeIfAbsent(name, _ -> new Object())) {
            var fingerprint = Fingerprint.of(jars(program), flags, place.path());
            if (!place.isMadeFrom(fingerprint) && tried.add(name)) {
                console.say(Files.exists(place.path()) ? "cache-stale" : "cache-first", name);
                make(name, place, program, flags, training, fingerprint);
            }
        }
        var cached = Files.exists(place.cache()) ? List.of("-XX:AOTCache=" + place.cache()) : List.<String>of();
        return line(flags, cached, place.launch(program));
    }

    private static List<Path> jars(Program program) throws IOException {
        return switch (program) {
            case Program.BootJar(var jar) -> List.of(jar);
            case Program.Classpath classpath -> {
                var all = new ArrayList<>(List.of(classpath.jar()));
                all.addAll(Folders.jars(classpath.libraries()));
                yield all;
            }
        };
    }

    private void make(String name, AppFolder place, Program program, List<String> flags, Training training, String fingerprint)
            throws IOException, InterruptedException {
        Folders.delete(place.path());
        Files.createDirectories(place.path());
        switch (program) {
            case Program.BootJar(var jar) -> extract(name, jar, place);
            case Program.Classpath classpath -> copy(classpath, place);
        }
        if (train(name, place, program, flags, training)) {
            place.completeWith(fingerprint);
        } else {
            console.say("cache-failed", name, trainingLog(name).path()); // it runs without, only slower; the next start tries again
        }
    }

    private static void copy(Program.Classpath program, AppFolder place) throws IOException {
        var libraries = Files.createDirectories(place.app().resolve("lib"));
        Files.copy(program.jar(), place.app().resolve(program.jar().getFileName()));
        for (var jar : Folders.jars(program.libraries())) {
            Files.copy(jar, libraries.resolve(jar.getFileName()));
        }
    }

    private void extract(String name, Path jar, AppFolder place) throws InterruptedException {
        var log = trainingLog(name);
        var status = Child.start(line(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), List.of("-Djarmode=tools"),
                List.of("-jar", jar.toString(), "extract", "--destination", place.app().toString())), Map.of(), log).await();
        if (status != 0) {
            throw new Refusal("cannot-extract", jar, log.path());
        }
    }

    private boolean train(String name, AppFolder place, Program program, List<String> flags, Training training)
            throws InterruptedException {
        var recording = List.of("-XX:AOTCacheOutput=" + place.cacheInTheMaking());
        var log = trainingLog(name);
        var child = switch (training) {
            case Training.UntilRefreshed(var environment) -> Child.start(line(flags, recording,
                    Stream.concat(Stream.of("-Dspring.context.exit=onRefresh"), place.launch(program).stream()).toList()), environment, log);
            case Training.UntilReady(var arguments, _) -> Child.start(line(flags, recording,
                    Stream.concat(place.launch(program).stream(), arguments.stream()).toList()), Map.of(), log);
        };
        try {
            if (training instanceof Training.UntilReady(_, var readiness) && child.awaitReady(readiness, PATIENCE)) {
                child.end();
            }
            return child.await(PATIENCE).filter(WELL::contains).isPresent() && Files.exists(place.cacheInTheMaking());
        } finally {
            child.kill(); // does nothing to one that has ended
        }
    }

    private LogFile trainingLog(String name) {
        return new LogFile(logs, name + ".training");
    }

    @SafeVarargs
    private List<String> line(List<String>... parts) {
        return Stream.concat(Stream.of(java.toString()), Stream.of(parts).flatMap(List::stream)).toList();
    }
}
