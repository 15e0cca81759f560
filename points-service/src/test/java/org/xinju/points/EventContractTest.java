package org.xinju.points;

import java.util.Set;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import org.xinju.events.Republisher;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.KeyFolder;
import org.xinju.testing.contract.PublishedTypes;
import org.xinju.testing.contract.Readers;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/events says of points-service and its code are the same; and what may come on the topics it reads is worked off. */
@Points
class EventContractTest {

    @Autowired ApplicationContext context;
    @Autowired KeyFolder keys;
    @Autowired MongoDatabase database;
    @Autowired Republisher republisher;

    @Test
    void documents_and_code_name_the_same_events_and_readers() {
        assertThat(PublishedTypes.faults("points", context)).isEmpty();
    }

    @Test
    void whatever_may_come_of_residents_settles_their_accounts() {
        try (var readers = readers()) {
            Readers.newest(readers.read("registry.residents")).forEach((resident, sequence) -> {
                assertThat(readers.kept("accounts", resident, "resident")).isEqualTo(sequence);
                assertThat(database.getCollection("accounts").find(Filters.eq(resident)).first()).containsKey("state");
            });
        }
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
            assertThat(readers.topics()).containsExactly("registry.bindings", "registry.residents");
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
