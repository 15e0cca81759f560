package org.xinju.privacy.access;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

/** What only shows when the end of a chain is known from elsewhere. */
class AccessVerifierHeadsTest extends TamperedChains {

    @Test
    void an_edited_last_entry_is_named_when_its_head_is_known() {
        store.accesses().updateOne(at(A, 10), set("action", "nothing"));
        assertBroken("EDITED: entry 10 of chain chain-a (_id chain-a:000000000010)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 10})
    void a_cut_off_end_is_named_when_the_head_is_known(int from) {
        store.accesses().deleteMany(and(regex("_id", "^chain-a"), gt("number", from - 1L)));
        assertThat(verify(List.of()).intact()).as("without a known head nothing shows").isTrue();
        assertBroken("CUT_OFF: entry %d of chain chain-a (_id chain-a:%012d)".formatted(from, from));
    }

    @Test
    void a_chain_that_has_grown_since_its_head_was_known_is_sound() {
        var older = new ChainHead(A, 4, hash(A, 4));
        assertThat(verify(List.of(older)).intact()).isTrue();
    }

    @Test
    void a_whole_chain_deleted_is_named_when_its_head_is_known() {
        store.accesses().deleteMany(regex("_id", "^chain-a"));
        assertBroken("CUT_OFF: entry 1 of chain chain-a (_id chain-a:000000000001)");
    }

    @Test
    void a_chain_written_anew_with_the_key_differs_from_the_known_head() {
        store.accesses().deleteMany(regex("_id", "^chain-a"));
        var others = IntStream.rangeClosed(1, 10).mapToObj(i -> Accesses.of("other-" + i)).toList();
        var anew = AccessEntry.after(ChainHead.start(A), others, key);
        store.accesses().insertMany(anew.stream().map(entry -> AccessDocument.of(entry, List.of())).toList());
        assertBroken("FORKED: entry 10 of chain chain-a (_id chain-a:000000000010)");
    }
}
