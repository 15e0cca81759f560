package org.xinju.notification;

import java.util.Set;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.events.Republisher;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.KeyFolder;
import org.xinju.testing.contract.PublishedTypes;
import org.xinju.testing.contract.Readers;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/events says of notification-service and its code are the same; and what may come on the topics it reads is worked off. */
@Notification
class EventContractTest {

    @Autowired ApplicationContext context;
    @Autowired KeyFolder keys;
    @Autowired MongoDatabase database;
    @Autowired Republisher republisher;

    @Test
    void documents_and_code_name_the_same_events_and_readers() {
        assertThat(PublishedTypes.faults("notification", context)).isEmpty();
    }

    @Test
    void whatever_may_come_of_residents_says_how_they_are_reached() {
        try (var readers = readers()) {
            Readers.newest(readers.read("registry.residents")).forEach((resident, sequence) -> assertThat(readers.kept("recipients", "RESIDENT/" + resident, "resident")).isEqualTo(sequence));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry.residents", "registry.bindingCodes", "points.accounts", "grid.cases", "notification.recipients"})
    void whatever_a_rule_writes_about_is_written_about(String topic) {
        try (var readers = readers()) {
            var written = readers.read(topic).stream().filter(event -> rulesOn().contains(event.type())).toList();
            assertThat(written).isNotEmpty().allSatisfy(event -> assertThat(
                    database.getCollection("messages").countDocuments(Filters.eq("state.origin.event", event.id()))).as(event.type()).isPositive());
        }
    }

    private static Set<String> rulesOn() {
        var rules = JsonMapper.shared().readTree(EventContractTest.class.getResourceAsStream("/rules.json"));
        return Set.copyOf(rules.findValuesAsString("event"));
    }

    @Test
    void whatever_may_come_of_bindings_is_kept() {
        try (var readers = readers()) {
            Readers.newest(readers.read("registry.bindings"))
                    .forEach((binding, sequence) -> assertThat(readers.kept("signIns", binding, "binding")).isEqualTo(sequence));
        }
    }

    @Test
    void no_topic_is_left_out_here() {
        try (var readers = readers()) {
            assertThat(readers.topics()).containsExactly("grid.cases", "notification.recipients", "points.accounts", "registry.bindingCodes",
                    "registry.bindings", "registry.residents");
        }
    }

    /** Each is held against its document when it is sent. */
    @Test
    void every_kind_can_be_published_again() {
        assertThat(republisher.kinds()).isNotEmpty().allSatisfy(republisher::republish);
    }

    private Readers readers() {
        return new Readers(context, (field, subject, plain) -> {
            var type = FieldClass.valueOf(field);
            return keys.sealing(Set.of(type)).seal(type, subject, plain).text();
        });
    }
}
