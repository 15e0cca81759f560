package org.xinju.launcher.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.launcher.process.Readiness;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Words;

import static org.assertj.core.api.Assertions.assertThat;

class CachesTest {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC");
    private static final String FIRST = "greeter: first start, making its start-up cache (once)";
    private static final String STALE = "greeter: its start-up cache is incomplete or out of date and is made again";

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Program program = new Program.Classpath(Path.of("none"), "none");

    @BeforeEach
    void build() throws IOException {
        program = new Program.Classpath(folder.resolve("built/greeter.jar"), Greeter.class.getName());
        Files.createDirectories(folder.resolve("built/lib"));
        Files.createDirectories(folder.resolve("logs"));
        write("first build");
    }

    @Test
    void the_first_start_makes_a_cache_that_the_jvm_takes() throws Exception {
        var line = prepare();

        assertThat(said()).containsExactly(FIRST);
        assertThat(line).contains("-XX:AOTCache=" + cache());
        assertThat(run(line)).contains("good day").doesNotContain("AOT cache");
    }

    @Test
    void the_second_start_takes_it_as_it_is() throws Exception {
        prepare();
        var made = Files.getLastModifiedTime(cache());

        prepare();

        assertThat(said()).containsExactly(FIRST);
        assertThat(Files.getLastModifiedTime(cache())).isEqualTo(made);
    }

    @Test
    void replicas_that_start_at_once_make_one() {
        var caches = new Caches(folder.resolve("cache"), folder.resolve("logs"), console());
        var lines = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
            try {
                return caches.prepare("greeter", program, FLAGS, new Training.UntilReady(List.of(), new Readiness.Line("good day")));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, Thread::startVirtualThread)).limit(3).toList().stream().map(CompletableFuture::join).toList();

        assertThat(said()).containsExactly(FIRST);
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).contains("-XX:AOTCache=" + cache()));
    }

    @Test
    void another_build_of_the_same_content_keeps_the_cache() throws Exception {
        prepare();

        write("first build");
        prepare();

        assertThat(said()).containsExactly(FIRST);
    }

    @Test
    void a_changed_program_gets_a_new_cache() throws Exception {
        prepare();

        write("second build");
        prepare();

        assertThat(said()).containsExactly(FIRST, STALE);
    }

    @Test
    void half_a_cache_is_made_again() throws Exception {
        prepare();
        var content = Files.readAllBytes(cache());
        Files.write(cache(), Arrays.copyOf(content, content.length / 2));

        var line = prepare();

        assertThat(said()).containsExactly(FIRST, STALE);
        assertThat(run(line)).contains("good day").doesNotContain("AOT cache");
    }

    @Test
    void a_start_that_was_broken_off_in_the_making_is_made_again() throws Exception {
        prepare();
        Files.delete(folder.resolve("cache/greeter/complete"));

        prepare();

        assertThat(said()).containsExactly(FIRST, STALE);
    }

    @Test
    void a_program_that_cannot_be_trained_runs_without() throws Exception {
        var line = prepareInVain(new Caches(folder.resolve("cache"), folder.resolve("logs"), console()));

        assertThat(said()).hasSize(2).last().asString().startsWith("greeter: no start-up cache could be made");
        assertThat(run(line)).contains("good day");
    }

    /** It would be another copy of the program, and the first replica runs from the one that there is. */
    @Test
    void what_could_not_be_trained_is_not_made_again_for_the_next_replica() throws Exception {
        var caches = new Caches(folder.resolve("cache"), folder.resolve("logs"), console());
        var line = prepareInVain(caches);
        var ofTheFirst = Files.writeString(folder.resolve("cache/greeter/app/of-the-first"), "");

        assertThat(prepareInVain(caches)).isEqualTo(line);

        assertThat(ofTheFirst).exists();
        assertThat(said()).hasSize(2);
    }

    private List<String> prepareInVain(Caches caches) throws IOException, InterruptedException {
        return caches.prepare("greeter", program, FLAGS, new Training.UntilReady(List.of("grumpy"), new Readiness.Line("good day")));
    }

    private List<String> prepare() throws IOException, InterruptedException {
        return new Caches(folder.resolve("cache"), folder.resolve("logs"), console()).prepare("greeter", program, FLAGS,
                new Training.UntilReady(List.of(), new Readiness.Line("good day")));
    }

    private Path cache() {
        return folder.resolve("cache/greeter/app.aot");
    }

    private void write(String content) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(program.jar()));
                var code = Greeter.class.getResourceAsStream("Greeter.class")) {
            jar.putNextEntry(new ZipEntry(Greeter.class.getName().replace('.', '/') + ".class"));
            code.transferTo(jar);
            jar.putNextEntry(new ZipEntry("content"));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new StringBuilder();
        var out = process.inputReader(StandardCharsets.UTF_8);
        while (!text.toString().contains("good day")) {
            text.append(Objects.requireNonNull(out.readLine(), text.toString())).append('\n');
        }
        process.destroy();
        process.waitFor();
        return text.toString();
    }

    private Console console() {
        return new Console(new PrintStream(said, true, StandardCharsets.UTF_8), Words.ENGLISH);
    }

    private List<String> said() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
