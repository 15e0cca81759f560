package org.xinju.launcher.words;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"XINJU_LANG, zh", "LC_ALL, zh_CN.UTF-8", "LANG, zh_CN"})
    void a_chinese_terminal_is_spoken_to_in_chinese(String variable, String value) {
        assertThat(Words.of(Map.of(variable, value))).isSameAs(Words.CHINESE);
    }

    @Test
    void any_other_in_english() {
        assertThat(Words.of(Map.of())).isSameAs(Words.ENGLISH);
        assertThat(Words.of(Map.of("LC_ALL", "C", "LANG", "zh_CN"))).isSameAs(Words.ENGLISH);
    }

    @Test
    void both_languages_have_every_sentence_with_the_same_gaps() {
        for (var key : ResourceBundle.getBundle("messages.launcher", Locale.ENGLISH).keySet()) {
            var chinese = Words.CHINESE.say(key, "<a>", "<b>", "<c>", "<d>");
            var english = Words.ENGLISH.say(key, "<a>", "<b>", "<c>", "<d>");

            assertThat(chinese).as(key).isNotEqualTo(english);
            for (var gap : new String[] {"<a>", "<b>", "<c>", "<d>"}) {
                assertThat(chinese.contains(gap)).as(key + " " + gap).isEqualTo(english.contains(gap));
            }
        }
    }

    @Test
    void a_port_is_written_without_separators() {
        assertThat(Words.ENGLISH.say("port-busy", 27117, "X")).contains("27117");
    }
}
