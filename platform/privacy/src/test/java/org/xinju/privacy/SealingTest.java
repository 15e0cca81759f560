package org.xinju.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinju.privacy.FieldClass.ID_NUMBER;
import static org.xinju.privacy.FieldClass.NAME;
import static org.xinju.privacy.FieldClass.PHONE;

class SealingTest {

    @TempDir
    Path folder;

    private Sealing sealing;

    @BeforeEach
    void with_all_keys() {
        sealing = KeyFolder.making(folder).sealing(EnumSet.allOf(FieldClass.class));
    }

    @Test
    void a_sealed_value_opens_for_its_own_field_and_subject() {
        var sealed = sealing.seal(NAME, "r-1", "张三丰");
        assertThat(sealing.open(NAME, "r-1", sealed)).isEqualTo("张三丰");
    }

    @Test
    void a_sealed_value_does_not_open_for_another_person() {
        var sealed = sealing.seal(NAME, "r-1", "张三丰");
        assertThatThrownBy(() -> sealing.open(NAME, "r-2", sealed)).isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("NAME of r-2").hasMessageNotContaining("张三丰");
    }

    @Test
    void a_sealed_value_does_not_open_in_another_field_even_under_the_same_key() throws IOException {
        Files.copy(folder.resolve("sealing-name.json"), folder.resolve("sealing-phone.json"),
                StandardCopyOption.REPLACE_EXISTING);
        var oneKey = KeyFolder.given(folder).sealing(List.of(NAME, PHONE));
        var sealed = oneKey.seal(NAME, "r-1", "张三丰");
        assertThatThrownBy(() -> oneKey.open(PHONE, "r-1", sealed)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void a_sealed_value_with_one_bit_changed_does_not_open() {
        var bytes = sealing.seal(NAME, "r-1", "张三丰".getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < bytes.length; i++) {
            var edited = Arrays.copyOf(bytes, bytes.length);
            edited[i] ^= 1;
            assertThatThrownBy(() -> sealing.open(NAME, "r-1", edited)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void a_file_is_sealed_as_bytes_and_grows_by_33() {
        var file = new byte[] {0, -1, 37, 80, 68, 70};
        var sealed = sealing.seal(FieldClass.FILE, "f-1", file);
        assertThat(sealed).hasSize(file.length + 33);
        assertThat(sealing.open(FieldClass.FILE, "f-1", sealed)).isEqualTo(file);
    }

    @Test
    void a_field_whose_key_was_not_given_says_which_property_is_missing_it() {
        var onlyPhones = KeyFolder.given(folder).sealing(List.of(PHONE));
        var sealed = sealing.seal(ID_NUMBER, "r-1", "99020619880101001X");
        assertThat(onlyPhones.holds(PHONE)).isTrue();
        assertThat(onlyPhones.holds(ID_NUMBER)).isFalse();
        assertThatThrownBy(() -> onlyPhones.open(ID_NUMBER, "r-1", sealed)).isInstanceOf(KeyNotHeldException.class)
                .hasMessageContaining("ID_NUMBER").hasMessageContaining("xinju.keys.sealing");
        assertThatThrownBy(() -> onlyPhones.seal(ID_NUMBER, "r-1", "x")).isInstanceOf(KeyNotHeldException.class);
    }

    @Test
    void half_a_surrogate_pair_is_refused_and_not_changed_into_a_question_mark() {
        assertThatThrownBy(() -> sealing.seal(NAME, "r-1", "张\ud842")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_a_rotation_old_values_open_and_are_due_for_resealing() throws IOException {
        var old = sealing.seal(NAME, "r-1", "张三丰");
        var file = folder.resolve("sealing-name.json");

        KeyRotation.rotate("add", file);
        var knowing = KeyFolder.given(folder).sealing(List.of(NAME));
        assertThat(knowing.needsResealing(NAME, old)).isFalse();
        assertThat(sealing.open(NAME, "r-1", knowing.seal(NAME, "r-1", "李四"))).as("a replica without the new key").isEqualTo("李四");

        KeyRotation.rotate("promote", file);
        var using = KeyFolder.given(folder).sealing(List.of(NAME));
        assertThat(using.open(NAME, "r-1", old)).isEqualTo("张三丰");
        assertThat(using.needsResealing(NAME, old)).isTrue();
        var anew = using.seal(NAME, "r-1", using.open(NAME, "r-1", old));
        assertThat(using.needsResealing(NAME, anew)).isFalse();
        assertThat(knowing.open(NAME, "r-1", anew)).as("a replica not restarted yet").isEqualTo("张三丰");

        KeyRotation.rotate("retire", file);
        var after = KeyFolder.given(folder).sealing(List.of(NAME));
        assertThat(after.open(NAME, "r-1", anew)).isEqualTo("张三丰");
        assertThatThrownBy(() -> after.open(NAME, "r-1", old)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void a_sealed_value_is_one_string_in_json_and_shows_nothing_in_a_log() {
        var mapper = JsonMapper.builder().build();
        var sealed = sealing.seal(NAME, "r-1", "张三丰");
        var json = mapper.writeValueAsString(sealed);
        assertThat(json).isEqualTo("\"" + sealed.text() + "\"");
        assertThat(mapper.readValue(json, Sealed.class)).isEqualTo(sealed);
        assertThat(sealed).hasToString("Sealed");
    }

    @Test
    void a_plain_value_is_no_sealed_value_and_is_not_repeated_in_the_refusal() {
        assertThatThrownBy(() -> new Sealed("张三丰")).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("张三丰");
        assertThatThrownBy(() -> new Sealed("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void base64_that_was_never_sealed_does_not_open_and_needs_resealing() {
        var foreign = new Sealed(Base64.getUrlEncoder().encodeToString(new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> sealing.open(NAME, "r-1", foreign)).isInstanceOf(SealBrokenException.class);
        assertThat(sealing.needsResealing(NAME, foreign)).isTrue();
    }
}
