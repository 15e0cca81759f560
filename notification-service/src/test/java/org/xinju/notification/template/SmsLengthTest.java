package org.xinju.notification.template;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmsLengthTest {

    @Test
    void seventy_characters_fit_into_one_and_sixty_seven_into_each_part_of_more() {
        assertThat(SmsLength.of("")).isEqualTo(new SmsLength(0, 1));
        assertThat(SmsLength.of("字".repeat(70)).parts()).isEqualTo(1);
        assertThat(SmsLength.of("字".repeat(71)).parts()).isEqualTo(2);
        assertThat(SmsLength.of("字".repeat(134)).parts()).isEqualTo(2);
        assertThat(SmsLength.of("字".repeat(135)).parts()).isEqualTo(3);
        assertThat(SmsLength.of("𠀀").characters()).as("a rare character is two units").isEqualTo(2);
    }
}
