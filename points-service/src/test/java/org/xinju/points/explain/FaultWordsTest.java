package org.xinju.points.explain;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.xinju.points.policy.PolicyFault;
import org.xinju.points.policy.PolicyFault.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class FaultWordsTest {

    @ParameterizedTest
    @EnumSource
    void every_reason_has_words(Reason reason) {
        for (var reader : List.of(Locale.CHINA, Locale.ENGLISH)) {
            var words = FaultWords.of(new PolicyFault("/x", reason, List.of("one", "two", "three"), ""), reader);
            assertThat(words).isNotBlank().doesNotContain("{", "}");
        }
    }

    @Test
    void an_author_reads_what_is_wrong_and_what_would_be_right() {
        var fault = new PolicyFault("/indicators/4/tier", Reason.NO_TIER, List.of("HEAVEN"), "PROVINCE");
        assertThat(FaultWords.of(fault, Locale.CHINA)).isEqualTo("没有“HEAVEN”这个层级（例如：PROVINCE）");
        assertThat(FaultWords.of(fault, Locale.ENGLISH)).isEqualTo("There is no tier \"HEAVEN\" (for example: PROVINCE)");
        assertThat(FaultWords.of(new PolicyFault("/cap", Reason.AWARD_LIMIT, List.of(), ""), Locale.CHINA)).isEqualTo("加分指标要有大于0的上限");
    }
}
