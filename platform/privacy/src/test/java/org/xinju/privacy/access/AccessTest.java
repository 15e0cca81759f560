package org.xinju.privacy.access;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTest {

    @Test
    void an_access_that_could_not_be_stored_is_refused_before_it_gets_a_number() {
        assertThatThrownBy(() -> about(Collections.nCopies(Access.MOST_SUBJECTS + 1, "r"), "req"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> about(List.of("r"), "x".repeat(301))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> about(List.of("r\ud842"), "req")).isInstanceOf(IllegalArgumentException.class);
        assertThat(about(Collections.nCopies(Access.MOST_SUBJECTS, "r"), "x".repeat(300)).subjects()).hasSize(Access.MOST_SUBJECTS);
        assertThat(about(List.of(), "req").subjects()).isEmpty();
    }

    @Test
    void a_purpose_is_found_by_its_code_and_has_words_in_both_languages() {
        assertThat(Purpose.values()).allSatisfy(purpose -> {
            assertThat(Purpose.of(purpose.code())).contains(purpose);
            assertThat(purpose.code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(purpose.words(Locale.SIMPLIFIED_CHINESE)).matches("\\p{IsHan}+");
            assertThat(purpose.words(Locale.UK)).matches("[a-z' ]+");
        });
        assertThat(Purpose.of("REGISTRATION")).isEmpty();
        assertThat(Purpose.REGISTRATION.words(Locale.GERMAN)).isEqualTo("居住登记");
    }

    private static Access about(List<String> subjects, String requestId) {
        return new Access(Accesses.WORKER, "resident.read", Purpose.REGISTRATION, subjects, List.of("name"), requestId, Instant.EPOCH);
    }
}
