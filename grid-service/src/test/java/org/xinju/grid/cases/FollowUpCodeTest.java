package org.xinju.grid.cases;

import java.util.HashMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FollowUpCodeTest {

    @Test
    void it_reads_the_same_however_it_is_typed() {
        var code = FollowUpCode.from("secret");
        assertThat(code.written()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(FollowUpCode.typed(" " + code.written().toLowerCase(java.util.Locale.ROOT).replace("-", " "))).isEqualTo(code);
        assertThat(FollowUpCode.from("secret")).isEqualTo(code);
        assertThat(FollowUpCode.typed(null)).isNull();
    }

    @Test
    void its_hash_belongs_to_one_case() {
        var code = FollowUpCode.from("secret");
        assertThat(code.hash("a")).isNotEqualTo(code.hash("b")).doesNotContain(code.text());
    }

    @Test
    void every_place_takes_every_letter() {
        var letters = new HashMap<Integer, java.util.Set<Character>>();
        for (var i = 0; i < 2000; i++) {
            var text = FollowUpCode.from("secret " + i).text();
            for (var place = 0; place < text.length(); place++) {
                letters.computeIfAbsent(place, _ -> new java.util.HashSet<>()).add(text.charAt(place));
            }
        }
        assertThat(letters).hasSize(16).allSatisfy((_, seen) -> assertThat(seen).hasSize(32));
    }
}
