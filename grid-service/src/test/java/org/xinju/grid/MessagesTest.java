package org.xinju.grid;

import org.junit.jupiter.api.Test;

import org.xinju.testing.MessageRules;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    @Test
    void chinese_and_english_say_the_same_and_every_rule_has_words() {
        assertThat(MessageRules.faults("org.xinju.grid", "web", "grid")).isEmpty();
    }
}
