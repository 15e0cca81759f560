package org.xinju.acceptance.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import com.mongodb.client.MongoClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.StoredState;
import org.xinju.acceptance.Topics;

/** Looks for a person in everything that the system writes down or tells about itself. */
final class LeakGuard {

    /** Keeps what it was sent: it is the providers, not the system. */
    private static final String PROVIDERS = "channels";
    /** Ids, hashes, sealed texts, times and sequences, in which six digits may stand by chance. */
    private static final Pattern CHANCE = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[A-Za-z0-9_+/=-]{20,}"
            + "|[0-9A-Fa-f]{16,}|\\d{8}T\\d{6}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+|\\b1[67]\\d{11,17}\\b|\\d+\\.\\d+(?:E\\d+)?");

    private final RunningSystem system;
    private final Path data;
    private final Canary canary;
    private final Set<String> found = new LinkedHashSet<>();
    private long bytes;

    LeakGuard(RunningSystem system, Path data, Canary canary) {
        this.system = system;
        this.data = data;
        this.canary = canary;
    }

    /** @return where something was found; each place once for each kind */
    Set<String> look() {
        stored(this::look);
        topics(this::look);
        logs(this::look);
        told(this::look);
        return found;
    }

    long bytes() {
        return bytes;
    }

    /** Documents and indexes as the driver sees them, and the files as they lie on disk. */
    private void stored(BiConsumer<String, byte[]> look) {
        try (var store = MongoClients.create(system.store())) {
            for (var name : StoredState.databases(store)) {
                var database = store.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    database.getCollection(collection).find().forEach(document -> look.accept("collection " + name + "." + collection,
                            document.toJson().getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        files(data.resolve("store"), look);
    }

    private void topics(BiConsumer<String, byte[]> look) {
        for (var topic : Topics.all(system)) {
            if (!topic.startsWith("__")) {
                Topics.read(system, topic, message -> {
                    look.accept("key of " + topic, message.key() == null ? new byte[0] : message.key().getBytes(StandardCharsets.UTF_8));
                    look.accept("topic " + topic, message.value());
                    headers(message, topic, look);
                });
            }
        }
    }

    private static void headers(ConsumerRecord<String, byte[]> message, String topic, BiConsumer<String, byte[]> look) {
        message.headers().forEach(header -> look.accept("header " + header.key() + " of " + topic, header.value()));
    }

    private void logs(BiConsumer<String, byte[]> look) {
        files(data.resolve("logs"), look);
        files(data.resolve("run"), look);
    }

    /** Metrics and health, of everything that has an address. */
    private void told(BiConsumer<String, byte[]> look) {
        for (var service : List.of("gateway", "registry-service", "points-service", "grid-service", "notification-service")) {
            for (var page : List.of("/actuator/prometheus", "/actuator/health")) {
                look.accept(service + page, Http.text(system.address(service) + page).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Answers that refused her. */
    void answers(Collection<String> bodies) {
        bodies.forEach(body -> look("a refusal", body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void files(Path folder, BiConsumer<String, byte[]> look) {
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(PROVIDERS))
                    .forEach(file -> look.accept("file " + folder.getFileName() + "/" + folder.relativize(file), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(String place, byte[] content) {
        bytes += content.length;
        var text = new String(content, StandardCharsets.ISO_8859_1);
        canary.traces().forEach((what, forms) -> forms.stream().map(LeakGuard::raw).filter(text::contains).findFirst()
                .ifPresent(form -> found.add(what + " in " + place + ": " + around(text, form))));
        var plain = CHANCE.matcher(text).replaceAll("");
        canary.fragments().stream().filter(plain::contains).findFirst()
                .ifPresent(fragment -> found.add("six digits in " + place + ": " + around(plain, fragment)));
    }

    /** Bytes of UTF-8, each as one character: files are no texts. */
    private static String raw(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String around(String text, String found) {
        var at = text.indexOf(found);
        var cut = text.substring(Math.max(0, at - 60), Math.min(text.length(), at + found.length() + 40));
        return new String(cut.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    }
}
