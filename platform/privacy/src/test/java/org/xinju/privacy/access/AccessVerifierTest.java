package org.xinju.privacy.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xinju.privacy.KeyRotation;

import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

class AccessVerifierTest extends TamperedChains {

    @ParameterizedTest
    @ValueSource(strings = {"chain", "action", "purpose", "requestId", "previous", "hash", "actor.issuer", "actor.subject", "actor.role"})
    void an_edited_text_is_named(String field) {
        store.accesses().updateOne(at(A, 5), set(field, "audit"));
        assertBroken("EDITED: entry 5 of chain chain-a (_id chain-a:000000000005)");
    }

    @Test
    void an_edited_list_or_time_or_number_is_named() {
        store.accesses().updateOne(at(A, 3), set("subjects", List.of("r-99")));
        assertBroken("EDITED: entry 3 of chain chain-a (_id chain-a:000000000003)");
        store.accesses().updateOne(at(B, 4), set("at", Instant.EPOCH));
        store.accesses().updateOne(at(A, 2), set("number", 7L));
        assertThat(verify(heads).breaks()).map(AccessReport.Break::toString).containsExactly(
                "EDITED: entry 2 of chain chain-a (_id chain-a:000000000002)",
                "EDITED: entry 4 of chain chain-b (_id chain-b:000000000004)");
    }

    @Test
    void parts_shifted_from_one_field_into_the_next_are_named() {
        store.accesses().updateOne(at(A, 5), set("subjects", List.of("r-5", "name")));
        store.accesses().updateOne(at(A, 5), set("fields", List.of("phone")));
        assertBroken("EDITED: entry 5 of chain chain-a (_id chain-a:000000000005)");
    }

    @Test
    void an_entry_of_the_wrong_shape_is_named_and_stops_nothing() {
        store.accesses().replaceOne(at(A, 5), new Document("actor", 7));
        assertBroken("EDITED: entry 5 of chain chain-a (_id chain-a:000000000005)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void an_entry_deleted_before_the_end_is_named(int number) {
        store.accesses().deleteOne(at(A, number));
        assertBroken("DELETED: entry %d of chain chain-a (_id chain-a:%012d)".formatted(number, number));
    }

    @Test
    void an_entry_deleted_with_the_later_ones_moved_up_is_named() {
        store.accesses().deleteOne(at(A, 5));
        for (var number = 6; number <= 10; number++) {
            move(number, number - 1);
        }
        assertBroken("MOVED: entry 5 of chain chain-a (_id chain-a:000000000005)");
    }

    @Test
    void a_forged_entry_at_the_end_is_named() {
        var forged = new AccessEntry(A, 11, Accesses.of("r-1"), hash(A, 10), hash(A, 10));
        store.accesses().insertOne(AccessDocument.of(forged, List.of()));
        assertBroken("INSERTED: entry 11 of chain chain-a (_id chain-a:000000000011)");
    }

    @Test
    void a_forged_entry_between_two_is_named() {
        for (var number = 10; number >= 6; number--) {
            move(number, number + 1);
        }
        store.accesses().insertOne(AccessDocument.of(new AccessEntry(A, 6, Accesses.of("r-1"), hash(A, 5), hash(A, 5)), List.of()));
        assertBroken("INSERTED: entry 6 of chain chain-a (_id chain-a:000000000006)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain-a:000000000005b", "chain-a:5", "chain-a:", "chain-a:000000000000", "chain-a:0000000000015:000000000001"})
    void an_entry_under_an_id_that_the_log_does_not_make_is_named(String id) {
        copy(5, id);
        assertThat(verify(heads).breaks()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(AccessReport.Kind.INSERTED);
            assertThat(found.id()).isEqualTo(id);
        });
    }

    @Test
    void a_genuine_entry_copied_to_the_end_is_named() {
        copy(5, "chain-a:000000000011");
        assertBroken("INSERTED: entry 11 of chain chain-a (_id chain-a:000000000011)");
    }

    @Test
    void a_genuine_entry_of_another_chain_copied_to_the_end_is_named() {
        var other = stored(B, 11 - 1).append("_id", "chain-a:000000000011");
        store.accesses().insertOne(other);
        assertBroken("INSERTED: entry 11 of chain chain-a (_id chain-a:000000000011)");
    }

    @Test
    void two_entries_that_changed_places_are_named() {
        move(4, 99);
        move(7, 4);
        move(99, 7);
        assertBroken("MOVED: entry 4 of chain chain-a (_id chain-a:000000000004)");
    }

    @Test
    void a_genuine_entry_that_does_not_follow_on_the_one_before_is_named() {
        var aside = AccessEntry.after(new ChainHead(A, 10, hash(A, 9)), Accesses.of("r-11"), key);
        store.accesses().insertOne(AccessDocument.of(aside, List.of()));
        assertBroken("FORKED: entry 11 of chain chain-a (_id chain-a:000000000011)");
    }

    @Test
    void a_document_that_belongs_to_no_chain_is_named() {
        store.accesses().insertOne(new Document("_id", 7));
        store.accesses().insertOne(new Document("_id", "zzz"));
        assertThat(verify(heads).breaks()).extracting(AccessReport.Break::id).containsExactly("7", "zzz");
    }

    @Test
    void chains_that_sort_before_are_left_out() {
        store.accesses().deleteOne(at(A, 5));
        store.accesses().insertOne(new Document("_id", "aaa"));
        assertThat(new AccessVerifier(store.accesses(), key).verify(B, heads).words()).isEqualTo("10 entries in 1 chains, all sound");
        store.accesses().deleteOne(at(B, 10));
        assertThat(new AccessVerifier(store.accesses(), key).verify(B, heads).breaks()).singleElement()
                .hasToString("CUT_OFF: entry 10 of chain chain-b (_id chain-b:000000000010)");
    }

    @Test
    void entries_made_without_the_key_are_no_entries(@TempDir Path otherFolder) {
        store.accesses().deleteMany(regex("_id", "^chain-a"));
        write(A, Accesses.key(otherFolder));
        assertThat(verify(List.of()).breaks()).singleElement().hasToString("EDITED: entry 1 of chain chain-a (_id chain-a:000000000001)");
    }

    @Test
    void a_chain_under_a_new_key_and_one_under_the_old_are_both_sound() throws IOException {
        var file = folder.resolve("audit-chain.json");
        KeyRotation.main(new String[] {"add", file.toString()});
        KeyRotation.main(new String[] {"promote", file.toString()});
        var rotated = Accesses.key(folder);
        write("chain-c", rotated);
        assertThat(hash("chain-c", 1).substring(0, 8)).isNotEqualTo(hash(A, 1).substring(0, 8));
        assertThat(new AccessVerifier(store.accesses(), rotated).verify(heads).words()).isEqualTo("30 entries in 3 chains, all sound");
    }
}
