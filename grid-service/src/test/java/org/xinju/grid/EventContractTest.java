package org.xinju.grid;

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

/** What docs/events says of grid-service and its code are the same; and what may come on the topics it reads is worked off. */
@Grid
class EventContractTest {

    @Autowired ApplicationContext context;
    @Autowired KeyFolder keys;
    @Autowired MongoDatabase database;
    @Autowired Republisher republisher;

    @Test
    void documents_and_code_name_the_same_events_and_readers() {
        assertThat(PublishedTypes.faults("grid", context)).isEmpty();
    }

    @Test
    void whatever_may_come_of_residents_counts_them_somewhere() {
        try (var readers = readers()) {
            Readers.newest(readers.read("registry.residents")).forEach((resident, sequence) -> assertThat(
                    database.getCollection("residents").find(Filters.eq(resident)).first()).containsEntry("sequence", sequence));
        }
    }

    @Test
    void whatever_may_come_of_areas_and_bindings_is_kept() {
        try (var readers = readers()) {
            Readers.newest(readers.read("registry.areas")).forEach((area, sequence) -> assertThat(readers.kept("areas", area, "area")).isEqualTo(sequence));
            Readers.newest(readers.read("registry.bindings"))
                    .forEach((binding, sequence) -> assertThat(readers.kept("signIns", binding, "binding")).isEqualTo(sequence));
        }
    }

    @Test
    void no_topic_is_left_out_here() {
        try (var readers = readers()) {
            assertThat(readers.topics()).containsExactly("registry.areas", "registry.bindings", "registry.residents");
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
