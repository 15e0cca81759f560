package org.xinju.launcher.component;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

import org.xinju.launcher.cache.Caches;
import org.xinju.launcher.cache.Program.BootJar;
import org.xinju.launcher.cache.Program.Classpath;
import org.xinju.launcher.cache.Training.UntilReady;
import org.xinju.launcher.cache.Training.UntilRefreshed;
import org.xinju.launcher.component.Component.Command;
import org.xinju.launcher.component.Component.Jvm;
import org.xinju.launcher.process.Job;
import org.xinju.launcher.process.Readiness;
import org.xinju.launcher.words.Refusal;

/** The table of all processes. A new service is one more entry in {@link #all()}. */
public final class Components {

    public static final String STORE = "store";
    public static final String BROKER = "broker";
    public static final String ISSUER = "issuer";
    public static final String REGISTRY = "registry-service";
    public static final String POINTS = "points-service";
    public static final String GATEWAY = "gateway";

    private static final Set<String> BACKENDS = Set.of(STORE, BROKER);

    private final Settings settings;
    private final Store store;

    public Components(Settings settings, Store store) {
        this.settings = settings;
        this.store = store;
    }

    /** In the order in which they are shown. */
    List<Component> all() {
        var registry = settings.port("XINJU_REGISTRY_PORT", 9101);
        var points = settings.port("XINJU_POINTS_PORT", 9102);
        return Stream.of(
                store(),
                Optional.of(broker()),
                Optional.of(boot(ISSUER, 0, settings.issuer(), 64, "standalone/issuer/target/issuer.jar", Set.of(),
                        Map.of("XINJU_ISSUER_DIRECTORY", settings.issuerData().toString()))),
                Optional.of(service(REGISTRY, registry, 256, "registry")),
                Optional.of(service(POINTS, points, 256, "points")),
                Optional.of(boot(GATEWAY, 2, settings.gateway(), 128, "gateway/target/gateway.jar", Set.of(),
                        Map.of("XINJU_REGISTRY_URI", local(registry), "XINJU_POINTS_URI", local(points), "SERVER_ADDRESS", "0.0.0.0"))))
                .flatMap(Optional::stream).toList();
    }

    /**
     * Some of them.
     *
     * @param names empty for all
     * @throws Refusal when a name is not in the table
     */
    public List<Component> chosen(Set<String> names) {
        var all = all();
        var known = all.stream().map(Component::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new Refusal("unknown-component", name, String.join(", ", known));
        });
        return all.stream().filter(component -> names.isEmpty() || names.contains(component.name())).toList();
    }

    /** @throws Refusal when the build has not made one of them */
    public static void requireBuilt(List<Component> components) {
        for (var component : components) {
            if (component.start() instanceof Jvm jvm && !Files.exists(jvm.program().jar())) {
                throw new Refusal("jar-missing", component.name(), jvm.program().jar());
            }
        }
    }

    /** As jobs, their programs kept in the given caches. */
    public static List<Job> jobs(List<Component> components, Caches caches) {
        return components.stream().map(component -> component.job(caches)).toList();
    }

    private Optional<Component> store() {
        return switch (store) {
            case Store.Given _ -> Optional.empty();
            case Store.Mongod(var executable, var port) -> {
                var folder = settings.data().resolve("mongodb");
                yield Optional.of(new Component(STORE, 0, List.of(settings.store()), Set.of(), Map.of(),
                        new Command(List.of("/bin/sh", "-c", "mkdir -p \"$1\" && exec \"$2\" --dbpath \"$1\" --bind_ip 127.0.0.1 --port \"$3\"",
                                "sh", folder.toString(), executable.toString(), "" + port)), new Readiness.Line("Waiting for connections")));
            }
            case Store.StandIn(var port) -> Optional.of(new Component(STORE, 0, List.of(settings.store()), Set.of(), Map.of(),
                    new Jvm(new Classpath(settings.root().resolve("standalone/store/target/xinju-store.jar"), "org.xinju.store.StoreMain"),
                            heapOfStandIn(), standIn(port, settings.data().resolve("store")),
                            new UntilReady(standIn(Free.port(), scratch(STORE)), STORE_READY)), STORE_READY));
        };
    }

    private static final Readiness STORE_READY = new Readiness.Line("store ready on 127.0.0.1:");
    private static final Readiness BROKER_READY = new Readiness.Line("broker ready on 127.0.0.1:");

    private static List<String> standIn(int port, Path data) {
        return List.of("--port", "" + port, "--data", data.toString());
    }

    private Component broker() {
        var program = new Classpath(settings.root().resolve("standalone/broker/target/xinju-broker.jar"), "org.xinju.broker.BrokerMain");
        var training = new UntilReady(kafka(Free.port(), Free.port(), scratch(BROKER)), BROKER_READY);
        var start = new Jvm(program, 128, kafka(settings.broker().number(), settings.controller().number(),
                settings.data().resolve("kafka")), training);
        return new Component(BROKER, 0, List.of(settings.broker(), settings.controller()), Set.of(), Map.of(), start, BROKER_READY);
    }

    private static List<String> kafka(int port, int controller, Path data) {
        return List.of("--port", "" + port, "--controller-port", "" + controller, "--data", data.toString());
    }

    private Path scratch(String name) {
        return settings.caches().resolve(name).resolve("scratch");
    }

    private Component service(String name, Port port, int heap, String database) {
        return boot(name, 1, port, heap, name + "/target/" + name + ".jar", BACKENDS, Map.of(
                "XINJU_MONGODB_URI", store.database(database),
                "XINJU_KAFKA_SERVERS", "127.0.0.1:" + settings.broker().number(),
                "XINJU_KEYS_DIRECTORY", settings.data().resolve("keys").toString()));
    }

    private Component boot(String name, int stage, Port port, int heap, String jar, Set<String> needs, Map<String, String> environment) {
        var all = new HashMap<>(Map.of(
                "SERVER_PORT", "" + port.number(),
                "SERVER_ADDRESS", "127.0.0.1",
                "SPRING_PROFILES_ACTIVE", "development",
                "XINJU_ISSUER_URI", settings.issuerUri(),
                "XINJU_CLOCK_OFFSET", settings.clockOffset().toString()));
        all.putAll(environment);
        return new Component(name, stage, List.of(port), needs, all,
                new Jvm(new BootJar(settings.root().resolve(jar)), heap, List.of(), new UntilRefreshed(all)),
                new Readiness.Answer(URI.create(local(port) + "/actuator/health/readiness")));
    }

    private static String local(Port port) {
        return "http://127.0.0.1:" + port.number();
    }

    /** In MiB: the stand-in keeps all data on its heap, so it may take a third of the machine; it takes only what the data need. */
    private static int heapOfStandIn() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (int) Math.max(512, machine.getTotalMemorySize() / 3 >> 20);
    }
}
