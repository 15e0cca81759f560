package org.xinju.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.broker.BrokerMain;
import org.xinju.launcher.process.ProcessRecord;
import org.xinju.launcher.process.RunFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The launcher as a program of its own, with a small program in the place of the broker. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LauncherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A build in the background of a shell ignores Ctrl-C, and so would every program that it starts. */
    private static final List<String> CTRL_C_HEARD = List.of("env", "--default-signal=INT");

    @TempDir
    private Path root;
    private int port;
    private int controller;
    private final List<Process> launchers = new ArrayList<>();
    private final Map<Process, Path> outputs = new HashMap<>();

    @BeforeEach
    void checkout() throws IOException {
        var jar = root.resolve("standalone/broker/target/xinju-broker.jar");
        Files.createDirectories(jar.resolveSibling("lib"));
        try (var out = new JarOutputStream(Files.newOutputStream(jar)); var code = BrokerMain.class.getResourceAsStream("BrokerMain.class")) {
            out.putNextEntry(new ZipEntry("org/xinju/broker/BrokerMain.class"));
            code.transferTo(out);
        }
        try (var free = new ServerSocket(0); var other = new ServerSocket(0)) {
            port = free.getLocalPort();
            controller = other.getLocalPort();
        }
    }

    @AfterEach
    void end() throws Exception {
        launch("stop").waitFor();
        launchers.forEach(Process::destroyForcibly);
    }

    @Test
    void the_end_of_the_launcher_is_the_end_of_its_children() throws Exception {
        var launcher = started();
        var broker = broker();

        launcher.destroy(); // SIGTERM; Ctrl-C is SIGINT and ends in the same hook

        launcher.waitFor();
        assertThat(broker.process()).isEmpty();
        assertThat(root.resolve("data/kafka/ended-well")).exists();
        assertThat(output(launcher)).contains("Stopping ...\nAll stopped.");
    }

    @Test
    void ctrl_c_reaches_the_launcher_alone() throws Exception {
        var launcher = started();
        var broker = broker();

        signal("INT", broker.pid());
        signal("INT", launcher.pid());

        launcher.waitFor();
        assertThat(output(launcher)).contains("Stopping ...").doesNotContain("started again");
        assertThat(broker.process()).isEmpty();
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_and_disturbs_nothing() throws Exception {
        started();
        var broker = broker();

        var second = launch("start", "--only", "broker");

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(output(second)).contains("is used by another ./run (process " + launchers.getFirst().pid() + ")");
        assertThat(broker.process()).isPresent();
    }

    @Test
    void what_a_killed_launcher_left_behind_is_stopped_by_the_next() throws Exception {
        var first = started();
        var orphan = broker();
        first.destroyForcibly().waitFor();
        assertThat(orphan.process()).isPresent();

        var second = started();

        assertThat(output(second)).contains("first stopping what it left: broker");
        assertThat(orphan.process()).isEmpty();
        assertThat(broker().pid()).isNotEqualTo(orphan.pid());
    }

    @Test
    void a_busy_port_is_named_with_its_owner_and_its_variable() throws Exception {
        try (var _ = new ServerSocket(port)) {
            var launcher = launch("start", "--only", "broker");

            assertThat(launcher.waitFor()).isEqualTo(1);
            assertThat(output(launcher)).contains("Port " + port + " is taken", "XINJU_KAFKA_PORT")
                    .contains("pid " + ProcessHandle.current().pid());
            assertThat(run().living()).isEmpty();
        }
    }

    @Test
    void a_second_gateway_is_refused_before_anything_starts() throws Exception {
        var launcher = launch("--replicas", "points-service=2", "--replicas", "gateway=2");

        assertThat(launcher.waitFor()).isEqualTo(1);
        assertThat(output(launcher)).contains("There can be only one process of gateway", "points-service");
        assertThat(root.resolve("data")).doesNotExist();
    }

    @Test
    void the_log_of_a_replica_is_one_by_itself() throws Exception {
        var logs = Files.createDirectories(root.resolve("data/logs"));
        Files.writeString(logs.resolve("points-service.log"), "first\n");
        Files.writeString(logs.resolve("points-service-2.log"), "second\n");
        Files.writeString(logs.resolve("points-service-2.1.log"), "before\n");

        var one = launch("logs", "points-service-2");
        var all = launch("logs");

        assertThat(one.waitFor()).isZero();
        assertThat(output(one)).isEqualTo("second\n");
        assertThat(all.waitFor()).isZero();
        assertThat(output(all)).contains("first", "second").doesNotContain("before");
    }

    @Test
    void a_damaged_state_file_is_named() throws Exception {
        Files.createDirectories(root.resolve("data"));
        Files.writeString(root.resolve("data/state.json"), "{\"store\":");

        var launcher = launch("start", "--only", "broker");

        assertThat(launcher.waitFor()).isEqualTo(1);
        assertThat(output(launcher)).contains("state.json is damaged", "./run reset");
    }

    @Test
    void a_detached_start_returns_when_all_is_up_and_is_ended_by_stop() throws Exception {
        var launcher = launch("start", "--only", "broker", "--detach");

        assertThat(launcher.waitFor()).isZero();
        assertThat(output(launcher)).contains("broker", "Xinju is up after");
        var broker = broker();
        var status = launch("status");
        assertThat(status.waitFor()).isZero();
        assertThat(output(status)).containsPattern("broker +READY +" + broker.pid() + " +" + port);

        assertThat(launch("stop").waitFor()).isZero();

        assertThat(broker.process()).isEmpty();
        assertThat(launch("status").waitFor()).isEqualTo(3);
    }

    @Test
    void a_failed_detached_start_says_why_and_leaves_its_status() throws Exception {
        var launcher = launch("-d", "--only", "store");

        assertThat(launcher.waitFor()).isEqualTo(1);
        assertThat(output(launcher)).contains("store has not been built");
    }

    @Test
    void reset_deletes_the_data_and_nothing_else() throws Exception {
        started();
        Files.writeString(root.resolve("data/letter.txt"), "dear");

        var reset = launch("reset");

        assertThat(reset.waitFor()).isZero();
        assertThat(root.resolve("data/kafka")).doesNotExist();
        assertThat(root.resolve("data/letter.txt")).exists();
        assertThat(run().living()).isEmpty();
    }

    @Test
    void a_token_of_a_system_that_does_not_run_is_refused() throws Exception {
        var launcher = launch("token", "resident");

        assertThat(launcher.waitFor()).isEqualTo(1);
        assertThat(output(launcher)).contains("Xinju is not running", "./run");
    }

    private Process started() throws IOException {
        var launcher = launch("start", "--only", "broker");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(run().find(RunFolder.LAUNCHER)).as(() -> said(launcher)).get()
                .satisfies(record -> assertThat(record.pid()).isEqualTo(launcher.pid()))
                .extracting(ProcessRecord::state).isEqualTo(ProcessRecord.State.READY));
        return launcher;
    }

    private Process launch(String... arguments) throws IOException {
        var line = new ArrayList<>(CTRL_C_HEARD);
        line.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dxinju.root=" + root,
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(root, "launcher", ".out").toFile());
        builder.environment().put("XINJU_KAFKA_PORT", "" + port);
        builder.environment().put("XINJU_KAFKA_CONTROLLER_PORT", "" + controller);
        builder.environment().put("XINJU_LANG", "en");
        builder.environment().remove("XINJU_DATA");
        var process = builder.start();
        outputs.put(process, builder.redirectOutput().file().toPath());
        launchers.add(process);
        return process;
    }

    private String output(Process launcher) throws IOException {
        return Files.readString(outputs.get(launcher));
    }

    private String said(Process launcher) {
        try {
            return output(launcher);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void signal(String name, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + name, "" + pid).inheritIO().start().waitFor();
    }

    private ProcessRecord broker() {
        return run().find("broker").orElseThrow();
    }

    private RunFolder run() {
        return new RunFolder(root.resolve("data/run"));
    }
}
