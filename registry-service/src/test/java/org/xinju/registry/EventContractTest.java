package org.xinju.registry;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import org.xinju.events.Republisher;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.KeyFolder;
import org.xinju.testing.contract.Documents;
import org.xinju.testing.contract.PublishedTypes;
import org.xinju.testing.contract.Readers;
import org.xinju.web.Words;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/events says of registry-service and its code are the same; and what may come on the topics it reads is worked off. */
@Registry
class EventContractTest {

    @Autowired ApplicationContext context;
    @Autowired KeyFolder keys;
    @Autowired MongoDatabase database;
    @Autowired Republisher republisher;
    @Autowired Words words;

    @Test
    void documents_and_code_name_the_same_events_and_readers() {
        assertThat(PublishedTypes.faults("registry", context)).isEmpty();
    }

    @Test
    void whatever_may_come_of_accesses_is_kept_once() {
        try (var readers = readers()) {
            readers.read("audit.accesses").forEach(event -> {
                var chain = Filters.and(Filters.eq("access.chain", event.data().at("/state/chain").asString()),
                        Filters.eq("access.number", event.data().at("/state/number").asLong()));
                assertThat(database.getCollection("publishedAccesses").countDocuments(chain)).isPositive();
            });
        }
    }

    /** Residents read who has looked at what, in all services. */
    @Test
    void whatever_an_access_names_has_words() {
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(Documents.all().codesOfAccess("fields")).isNotEmpty().allSatisfy(field -> assertThat(words.of("data." + field, locale)).doesNotContain("data."));
            assertThat(Documents.all().codesOfAccess("service")).isNotEmpty().allSatisfy(name -> assertThat(words.of("service." + name, locale)).doesNotContain("service."));
        }
    }

    @Test
    void a_confirmed_code_of_long_ago_binds_its_sign_in() {
        try (var readers = readers()) {
            var confirmed = readers.read("registry.bindingCodes").stream().filter(event -> event.type().endsWith(".confirmed.v1")).toList();
            assertThat(confirmed).isNotEmpty().allSatisfy(event -> {
                var who = event.data().path("change");
                var signIn = who.path("issuer").asString() + "|" + who.path("subject").asString();
                assertThat(database.getCollection("bindings").find(Filters.eq("state.signIn", signIn)).first()).isNotNull();
            });
        }
    }

    @Test
    void no_topic_is_left_out_here() {
        try (var readers = readers()) {
            assertThat(readers.topics()).containsExactly("audit.accesses", "registry.bindingCodes");
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
