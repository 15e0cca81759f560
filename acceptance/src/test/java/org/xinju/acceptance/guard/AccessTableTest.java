package org.xinju.acceptance.guard;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.xinju.acceptance.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The page says one thing about each call. */
class AccessTableTest {

    private static Visitor visitor(String role, Position position) {
        return new Visitor(role, position, "s", "t");
    }

    @Test
    void the_page_is_sound() {
        assertThat(AccessTable.read(RunningSystem.root().resolve("docs/access.md")).calls()).isNotEmpty();
    }

    @Test
    void the_first_line_that_concerns_somebody_says_what_is_refused() {
        var table = AccessTable.of(List.of("| GET /a | staff | areas | yes | 404 |", "| | anybody | own | yes | 403 |"));
        assertThat(table.expected("GET /a", visitor("grid-worker", Position.GRID))).isEqualTo("yes");
        assertThat(table.expected("GET /a", visitor("grid-worker", Position.OWN))).isEqualTo("yes");
        assertThat(table.expected("GET /a", visitor("grid-worker", Position.NOWHERE))).isEqualTo("404");
        assertThat(table.expected("GET /a", visitor("editor", Position.NOWHERE))).isEqualTo("403");
        assertThat(table.expected("GET /a", Visitor.anonymous())).isEqualTo("401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff | anywhere | yes | 404", "staff | anywhere | | ", "staff | areas | yes | ", "staff | areas | yes | yes", "staff | areas | nothing | 404",
        "anybody | never | yes | 404", "anybody | never | | ", "staff | areas | 200 | 404", "editor, grid-worker | own | 403 | nothing", "editor | own | yes | 404"})
    void a_line_that_contradicts_itself_or_another_is_none(String rest) {
        assertThatThrownBy(() -> AccessTable.of(List.of("| GET /a | editor | own | yes | 404 |", "| | " + rest + " |")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("GET /a");
    }
}
