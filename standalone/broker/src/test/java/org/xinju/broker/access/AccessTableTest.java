package org.xinju.broker.access;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTableTest {

    static final Path TABLE = Path.of("../../docker/kafka/access.properties");
    private static final Path EVENTS = Path.of("../../docs/events");

    @Test
    void a_service_writes_its_own_topics_only() throws IOException {
        assertThat(AccessMain.read(TABLE).bindings()).filteredOn(it -> it.entry().operation().name().equals("WRITE")).isNotEmpty()
                .allSatisfy(it -> assertThat(it.pattern().name()).satisfiesAnyOf(
                        topic -> assertThat("User:" + topic.replaceFirst("\\..*", "-service")).isEqualTo(it.entry().principal()),
                        topic -> assertThat(topic).isEqualTo("audit.accesses"),
                        topic -> assertThat(topic).contains("." + it.entry().principal().replaceAll("User:(.*)-service", "$1") + ".").endsWith(".dlt")));
    }

    /** What the services say of themselves, and each service's own tests hold against its code. */
    @Test
    void the_table_says_what_the_documents_of_the_events_say() throws IOException {
        var writes = new TreeMap<String, Set<String>>();
        var readers = new TreeSet<String>();
        try (var files = Files.list(EVENTS)) {
            for (var file : files.filter(it -> it.toString().endsWith("-service.yaml")).toList()) {
                Map<String, Object> document = new Yaml().load(Files.readString(file));
                map(document.get("channels")).values().stream().map(AccessTableTest::map).filter(channel -> channel.containsKey("messages"))
                        .filter(channel -> !String.valueOf(channel.get("address")).contains("{") && channel.get("address") != null).forEach(channel -> {
                            var topic = (String) channel.get("address");
                            writes.computeIfAbsent(file.getFileName().toString().replace(".yaml", ""), _ -> new HashSet<>()).add(topic);
                            ((List<?>) channel.getOrDefault("x-consumers", List.of())).forEach(consumer ->
                                    readers.add(map(consumer).get("service") + ": " + map(consumer).get("group") + "@" + topic));
                        });
            }
        }
        readers.remove("notification-service: notification.push@notification.messages"); // in a group of each replica's own
        var table = AccessMain.read(TABLE).services();
        assertThat(table).allSatisfy(service -> assertThat(service.writes()).as(service.name()).isEqualTo(writes.get(service.name())));
        assertThat(table.stream().flatMap(service -> service.groups().stream().map(group -> service.name() + ": " + group.name() + "@" + group.topic())))
                .containsExactlyInAnyOrderElementsOf(readers);
    }

    @ParameterizedTest
    @CsvSource({"points-service.write=x, says nothing", "points-service.groups=points.accounts, A group is written like",
        "points-service.groups=grid.areas@registry.areas, begins with points."})
    void a_wrong_line_is_named(String line, String sentence) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(line));
        assertThatThrownBy(() -> AccessTable.of(lines)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
    }

    @SuppressWarnings("unchecked") // what YAML gives
    private static Map<String, Object> map(@Nullable Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node);
    }
}
