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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

import org.xinju.launcher.cache.Caches;
import org.xinju.launcher.cache.Program.BootJar;
import org.xinju.launcher.cache.Program.Classpath;
import org.xinju.launcher.cache.Training.UntilReady;
import org.xinju.launcher.cache.Training.UntilRefreshed;
import org.xinju.launcher.component.Component.Command;
import org.xinju.launcher.component.Component.Jvm;
import org.xinju.launcher.component.Component.Jvm.Compiling;
import org.xinju.launcher.process.Job;
import org.xinju.launcher.process.Readiness;
import org.xinju.launcher.words.Refusal;

/** The table of all processes. A new service is one more entry in {@link #all()}, and a line in the script {@code run}. */
public final class Components {

    public static final String STORE = "store";
    public static final String BROKER = "broker";
    public static final String ISSUER = "issuer";
    public static final String REGISTRY = "registry-service";
    public static final String POINTS = "points-service";
    public static final String GRID = "grid-service";
    public static final String NOTIFICATION = "notification-service";
    public static final String CHANNELS = "channels";
    public static final String GATEWAY = "gateway";

    /** What may run more than once. */
    static final List<String> SERVICES = List.of(REGISTRY, POINTS, GRID, NOTIFICATION);

    private static final Set<String> BACKENDS = Set.of(STORE, BROKER);
    private static final int SERVICE_HEAP = 256; // MiB

    /** Of each topic: half of the usual number, on one machine; making them is most of what a first start waits for. */
    private static final int PARTITIONS = 12;

    private final Settings settings;
    private final Store store;
    private final Replicas replicas;

    public Components(Settings settings, Store store, Replicas replicas) {
        this.settings = settings;
        this.store = store;
        this.replicas = replicas;
    }

    /** In the order in which they are shown. */
    List<Component> all() {
        var registry = ports(REGISTRY, "XINJU_REGISTRY_PORT", 9101);
        var points = ports(POINTS, "XINJU_POINTS_PORT", 9102);
        var grid = ports(GRID, "XINJU_GRID_PORT", 9103);
        var notification = ports(NOTIFICATION, "XINJU_NOTIFICATION_PORT", 9104);
        return Stream.of(
                store().stream(),
                Stream.of(broker()),
                Stream.of(boot(ISSUER, ISSUER, 0, settings.issuer(), 64, settings.compiling(), "standalone/issuer/target/issuer.jar", Set.of(),
                        Map.of("XINJU_ISSUER_DIRECTORY", settings.issuerData().toString()))),
                Stream.of(channels()),
                service(REGISTRY, registry, BACKENDS, "registry", Map.of()),
                service(POINTS, points, BACKENDS, "points", Map.of()),
                service(GRID, grid, BACKENDS, "grid", Map.of()),
                service(NOTIFICATION, notification, BACKENDS, "notification", Map.of(
                        "XINJU_SMS_URI", local(settings.channels()) + "/sms",
                        "XINJU_SMS_SECRET_FILE", settings.smsSecret().toString(),
                        "XINJU_SMTP_HOST", "127.0.0.1",
                        "XINJU_SMTP_PORT", "" + settings.smtp().number())),
                Stream.of(boot(GATEWAY, GATEWAY, 2, settings.gateway(), 128, Compiling.FOR_TRAFFIC, "gateway/target/gateway.jar", Set.of(), Map.of(
                        "XINJU_REGISTRY_URI", local(registry), "XINJU_POINTS_URI", local(points), "XINJU_GRID_URI", local(grid),
                        "XINJU_NOTIFICATION_URI", local(notification), "XINJU_CHANNELS_URI", local(settings.channels()) + "/",
                        "SERVER_ADDRESS", "0.0.0.0"))))
                .flatMap(part -> part).toList();
    }

    private List<Port> ports(String service, String variable, int usual) {
        return replicas.ports(service, settings.port(variable, usual));
    }

    /**
     * Some of them.
     *
     * @param names empty for all; the name of a service means all of its replicas
     * @throws Refusal when a name is not in the table
     */
    public List<Component> chosen(Set<String> names) {
        var all = all();
        var known = all.stream().flatMap(component -> Stream.of(component.kind(), component.name())).distinct().toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new Refusal("unknown-component", name, String.join(", ", known));
        });
        return all.stream()
                .filter(component -> names.isEmpty() || names.contains(component.name()) || names.contains(component.kind()))
                .toList();
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
                yield Optional.of(new Component(STORE, STORE, 0, List.of(settings.store()), Set.of(), Map.of(),
                        new Command(List.of("/bin/sh", "-c", "mkdir -p \"$1\" && exec \"$2\" --dbpath \"$1\" --bind_ip 127.0.0.1 --port \"$3\"",
                                "sh", folder.toString(), executable.toString(), "" + port)), new Readiness.Line("Waiting for connections")));
            }
            case Store.StandIn(var port) -> Optional.of(new Component(STORE, STORE, 0, List.of(settings.store()), Set.of(), Map.of(),
                    new Jvm(new Classpath(settings.root().resolve("standalone/store/target/xinju-store.jar"), "org.xinju.store.StoreMain"),
                            heapOfStandIn(), Compiling.FOR_WORK, settings.jvmOptions(STORE, STORE),
                            standIn(port, settings.data().resolve("store")),
                            new UntilReady(standIn(Free.port(), scratch(STORE)), STORE_READY)), STORE_READY));
        };
    }

    private static final Readiness STORE_READY = new Readiness.Line("store ready on 127.0.0.1:");
    private static final Readiness BROKER_READY = new Readiness.Line("broker ready on 127.0.0.1:");
    private static final Readiness CHANNELS_READY = new Readiness.Line("channels ready on 127.0.0.1:");

    private static List<String> standIn(int port, Path data) {
        return List.of("--port", "" + port, "--data", data.toString());
    }

    private Component broker() {
        var program = new Classpath(settings.root().resolve("standalone/broker/target/xinju-broker.jar"), "org.xinju.broker.BrokerMain");
        var training = new UntilReady(kafka(Free.port(), Free.port(), scratch(BROKER)), BROKER_READY);
        var options = Stream.concat(Stream.of(Jvm.BEHIND_CALLERS), settings.jvmOptions(BROKER, BROKER).stream()).toList();
        var start = new Jvm(program, 128, settings.compiling(), options,
                kafka(settings.broker().number(), settings.controller().number(), settings.data().resolve("kafka")), training);
        return new Component(BROKER, BROKER, 0, List.of(settings.broker(), settings.controller()), Set.of(), Map.of(), start, BROKER_READY);
    }

    private static List<String> kafka(int port, int controller, Path data) {
        return List.of("--port", "" + port, "--controller-port", "" + controller, "--data", data.toString());
    }

    /** The simulated providers of SMS and mail; receipts come in through the gateway, as a provider's would. */
    private Component channels() {
        var program = new Classpath(settings.root().resolve("standalone/channels/target/xinju-channels.jar"),
                "org.xinju.channels.ChannelsMain");
        var scratch = scratch(CHANNELS);
        var training = new UntilReady(providers(Free.port(), Free.port(), scratch, scratch.resolve("secret")), CHANNELS_READY);
        var start = new Jvm(program, 64, Compiling.FOR_START, settings.jvmOptions(CHANNELS, CHANNELS),
                providers(settings.channels().number(), settings.smtp().number(), settings.data().resolve("channels"), settings.smsSecret()), training);
        return new Component(CHANNELS, CHANNELS, 0, List.of(settings.channels(), settings.smtp()), Set.of(), Map.of(), start, CHANNELS_READY);
    }

    private List<String> providers(int port, int smtp, Path data, Path secret) {
        return List.of("--port", "" + port, "--smtp-port", "" + smtp, "--data", data.toString(),
                "--receipts", local(settings.gateway()) + "/api/notification/receipts/sms", "--secret", secret.toString());
    }

    private Path scratch(String name) {
        return settings.caches().resolve(name).resolve("scratch");
    }

    /** One for each port: {@code points-service}, {@code points-service-2} and so on. */
    private Stream<Component> service(String name, List<Port> ports, Set<String> needs, String database, Map<String, String> own) {
        var environment = new HashMap<>(Map.of(
                "XINJU_MONGODB_URI", store.database(database),
                "XINJU_KAFKA_SERVERS", "127.0.0.1:" + settings.broker().number(),
                "XINJU_EVENTS_TOPICS_PARTITIONS", "" + PARTITIONS,
                "XINJU_KEYS_DIRECTORY", settings.data().resolve("keys").toString()));
        environment.putAll(own);
        return IntStream.range(0, ports.size()).mapToObj(n -> boot(n == 0 ? name : name + "-" + (n + 1), name, 1, ports.get(n), SERVICE_HEAP,
                settings.compiling(), name + "/target/" + name + ".jar", needs, environment));
    }

    private Component boot(String name, String kind, int stage, Port port, int heap, Compiling compiling, String jar,
            Set<String> needs, Map<String, String> environment) {
        var all = new HashMap<>(Map.of(
                "SERVER_PORT", "" + port.number(),
                "SERVER_ADDRESS", "127.0.0.1",
                "SPRING_PROFILES_ACTIVE", "development",
                "XINJU_ISSUER_URI", settings.issuerUri(),
                "XINJU_CLOCK_OFFSET", settings.clockOffset().toString()));
        all.putAll(environment);
        return new Component(name, kind, stage, List.of(port), needs, all,
                new Jvm(new BootJar(settings.root().resolve(jar)), heap, compiling, settings.jvmOptions(kind, name),
                        List.of(), new UntilRefreshed(all)),
                new Readiness.Answer(URI.create(local(port) + "/actuator/health/readiness")));
    }

    private static String local(Port port) {
        return "http://127.0.0.1:" + port.number();
    }

    private static String local(List<Port> ports) {
        return ports.stream().map(Components::local).collect(Collectors.joining(","));
    }

    /** In MiB: the stand-in keeps all data on its heap, so it may take a third of the machine; it takes only what the data need. */
    private static int heapOfStandIn() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (int) Math.max(512, machine.getTotalMemorySize() / 3 >> 20);
    }
}
