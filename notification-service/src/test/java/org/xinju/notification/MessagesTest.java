package org.xinju.notification;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import org.xinju.notification.message.Reason;
import org.xinju.testing.MessageRules;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    @Test
    void chinese_and_english_say_the_same_and_every_rule_has_words() {
        assertThat(MessageRules.faults("org.xinju.notification", "web", "notification")).isEmpty();
    }

    @Test
    void every_reason_has_words() throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(Objects.requireNonNull(getClass().getResourceAsStream("/messages/notification.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        assertThat(Arrays.stream(Reason.values()).map(reason -> "reason." + reason)).allMatch(words::containsKey);
    }
}
