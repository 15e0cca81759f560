package org.xinju.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinju.privacy.IndexPurpose.ID_NUMBER;
import static org.xinju.privacy.IndexPurpose.PHONE;

class BlindIndexTest {

    private static final String PHONE_NUMBER = "13812345678";

    @TempDir
    Path folder;

    @Test
    void the_same_value_has_the_same_index_value_in_every_process_with_the_key() {
        var one = KeyFolder.making(folder).blindIndex(EnumSet.allOf(IndexPurpose.class));
        var other = KeyFolder.given(folder).blindIndex(List.of(PHONE));
        assertThat(one.live(PHONE, PHONE_NUMBER)).isEqualTo(other.live(PHONE, PHONE_NUMBER)).matches("[0-9a-f]{8}\\.[A-Za-z0-9_-]{43}");
        assertThat(one.all(PHONE, PHONE_NUMBER)).containsExactly(one.live(PHONE, PHONE_NUMBER));
    }

    @Test
    void with_another_key_a_listing_of_phones_finds_nothing(@TempDir Path otherFolder) {
        var stored = KeyFolder.making(folder).blindIndex(List.of(PHONE)).live(PHONE, PHONE_NUMBER);
        var guessing = KeyFolder.making(otherFolder).blindIndex(List.of(PHONE));
        assertThat(guessing.live(PHONE, PHONE_NUMBER).substring(9)).isNotEqualTo(stored.substring(9));
    }

    @Test
    void values_of_two_purposes_cannot_be_compared_even_under_the_same_key() throws IOException {
        KeyFolder.making(folder).blindIndex(List.of(PHONE));
        Files.copy(folder.resolve("index-phone.json"), folder.resolve("index-id-number.json"));
        var index = KeyFolder.given(folder).blindIndex(List.of(PHONE, ID_NUMBER));
        assertThat(index.live(PHONE, PHONE_NUMBER)).isNotEqualTo(index.live(ID_NUMBER, PHONE_NUMBER));
    }

    @Test
    void through_a_rotation_every_replica_finds_what_every_other_has_stored() throws IOException {
        var before = KeyFolder.making(folder).blindIndex(List.of(PHONE));
        var file = folder.resolve("index-phone.json");
        KeyRotation.rotate("add", file);
        var knowing = KeyFolder.given(folder).blindIndex(List.of(PHONE));
        KeyRotation.rotate("promote", file);
        var using = KeyFolder.given(folder).blindIndex(List.of(PHONE));

        for (var writer : List.of(before, knowing, using)) {
            for (var reader : List.of(before, knowing, using)) {
                assertThat(writer.all(PHONE, PHONE_NUMBER)).containsAnyElementsOf(reader.all(PHONE, PHONE_NUMBER));
            }
        }
        assertThat(knowing.live(PHONE, PHONE_NUMBER)).isEqualTo(before.live(PHONE, PHONE_NUMBER));
        assertThat(using.live(PHONE, PHONE_NUMBER)).isNotEqualTo(before.live(PHONE, PHONE_NUMBER));
        assertThat(using.all(PHONE, PHONE_NUMBER)).containsExactly(using.live(PHONE, PHONE_NUMBER), before.live(PHONE, PHONE_NUMBER));

        KeyRotation.rotate("retire", file);
        var after = KeyFolder.given(folder).blindIndex(List.of(PHONE));
        assertThat(after.all(PHONE, PHONE_NUMBER)).containsExactly(using.live(PHONE, PHONE_NUMBER));
    }

    @Test
    void a_purpose_whose_key_was_not_given_says_which_property_is_missing_it() {
        var index = KeyFolder.making(folder).blindIndex(List.of(PHONE));
        assertThatThrownBy(() -> index.all(ID_NUMBER, "99020619880101001X")).isInstanceOf(KeyNotHeldException.class)
                .hasMessageContaining("xinju.keys.index");
    }
}
