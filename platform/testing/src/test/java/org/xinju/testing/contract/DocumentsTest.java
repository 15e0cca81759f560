package org.xinju.testing.contract;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The documents by themselves: what they show as an example is one, and what was published before still fits. */
class DocumentsTest {

    private static final Documents ALL = Documents.all();

    static Stream<Documents.Promise> promises() {
        return ALL.promises().stream();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void every_type_has_examples_that_fit(Documents.Promise promise) {
        assertThat(promise.examples()).isNotEmpty().allSatisfy(example -> {
            assertThat(example.type()).isEqualTo(promise.type());
            assertThat(ALL.faults(example)).isEmpty();
        });
    }

    @Test
    void old_events_still_fit_or_else_a_change_was_incompatible() {
        assertThat(ALL.old()).isNotEmpty().allSatisfy(event -> assertThat(ALL.faults(event)).as("%s of %s", event.type(), event.headers()).isEmpty());
    }

    @Test
    void an_event_of_every_type_is_kept() {
        var kept = ALL.old().stream().map(Event::type).collect(Collectors.toSet());
        var documented = promises().map(Documents.Promise::type).collect(Collectors.toCollection(HashSet::new));
        assertThat(kept).isEqualTo(documented);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void what_is_in_no_document_is_found(Documents.Promise promise) {
        var example = promise.examples().getFirst();
        assertThat(faults(example, data -> data.withObject("/state").put("nickname", "x"))).isNotEmpty();
        assertThat(faults(example, data -> data.withObject("/change").put("nickname", "x"))).isNotEmpty();
        assertThat(faults(example, data -> data.put("nickname", "x"))).isNotEmpty();
        assertThat(faults(example, data -> data.remove("change"))).isNotEmpty();
        assertThat(ALL.faults(example.ofTomorrow(promise.type()))).as("headers and fields of tomorrow").isNotEmpty();
    }

    private interface Bend {
        void bend(ObjectNode data);
    }

    private static List<String> faults(Event example, Bend bend) {
        var data = (ObjectNode) example.data().deepCopy();
        bend.bend(data);
        return ALL.faults(new Event(example.topic(), example.key(), example.headers(), data));
    }
}
