package org.xinju.acceptance.guard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterTest {

    @ParameterizedTest
    @CsvSource({"/a,/a?x=%20", "/a?x=1,/a?x=%20", "/a?x=1&y=2,/a?y=2&x=%20", "/a?y=2&x=1&z=3,/a?y=2&z=3&x=%20"})
    void in_the_query_it_takes_the_place_of_what_stood_there(String good, String spoilt) {
        assertThat(new Parameter("/a", "x", "query").in(Request.get(good), " ").path()).isEqualTo(spoilt);
    }

    @Test
    void in_the_path_it_stands_where_the_template_has_it() {
        assertThat(new Parameter("/a/{id}/{step}", "id", "path").in(Request.get("/a/7/moves?why=1"), "/").path()).isEqualTo("/a/%2F/moves?why=1");
    }

    @Test
    void in_a_header_it_stands_as_it_is() {
        assertThat(new Parameter("/a", "Code", "header").in(Request.get("/a"), "x y").headers()).containsEntry("Code", "x y");
    }
}
