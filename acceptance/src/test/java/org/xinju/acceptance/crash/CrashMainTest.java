package org.xinju.acceptance.crash;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CrashMainTest {

    @ParameterizedTest
    @ValueSource(strings = {"--commands", "--commands many", "--kills 0", "--seed -1", "--comands 5", "5", "--clients 1000000000"})
    void a_wrong_option_is_named(String options) {
        assertThat(CrashMain.wrong(List.of(options.split(" ")))).contains(options.split(" ")[0]);
    }

    @Test
    void the_options_of_the_readme_are_right() {
        assertThat(CrashMain.wrong(List.of("--random", "--commands", "500", "--kills", "9"))).isNull();
        assertThat(CrashMain.wrong(List.of())).isNull();
    }
}
