package org.xinju.points.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.xinju.events.Rejection;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What cannot be stated is told by field and rule. */
class StatementTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private static List<Rejection> faults(Statement statement) {
        return statement.faults(POLICY, TODAY, "");
    }

    private static Statement of(@Nullable String kind, @Nullable String level, Map<String, BigDecimal> amounts) {
        return new Statement(kind, DAY, DAY, level, amounts);
    }

    private static void refused(Statement statement, String field, String rule) {
        assertThat(faults(statement)).extracting(Rejection::field, rejection -> rejection.rule().code()).contains(tuple(field, rule));
    }

    @Test
    void what_fits_its_kind_is_taken() {
        assertThat(faults(of("insurance", null, Map.of("months", new BigDecimal("12"))))).isEmpty();
        assertThat(faults(of("education", "bachelor", Map.of()))).isEmpty();
        assertThat(faults(new Statement("housing", DAY, null, "own-home", null))).isEmpty();
        assertThat(faults(of("volunteering", null, Map.of("hours", new BigDecimal("7.25"))))).isEmpty();
    }

    @Test
    void a_kind_that_the_policy_does_not_look_at_is_refused_and_so_is_a_day_of_birth() {
        refused(of("wealth", null, Map.of()), "kind", "fact-kind");
        refused(of(null, null, Map.of()), "kind", "fact-kind");
        refused(of("birth", null, Map.of()), "kind", "fact-birth");
    }

    @Test
    void days_that_cannot_be_are_refused() {
        refused(new Statement("youth-card", null, null, null, null), "from", "fact-days");
        refused(new Statement("youth-card", TODAY.plusDays(1), null, null, null), "from", "fact-days");
        refused(new Statement("youth-card", LocalDate.MIN, null, null, null), "from", "fact-days");
        refused(new Statement("youth-card", DAY, DAY.minusDays(1), null, null), "until", "fact-days");
        refused(new Statement("youth-card", DAY, LocalDate.MAX, null, null), "until", "fact-days");
    }

    @Test
    void a_level_is_stated_where_the_kind_has_levels_and_nowhere_else() {
        refused(of("education", null, Map.of()), "level", "fact-level");
        refused(of("education", "wizard", Map.of()), "level", "fact-level");
        refused(of("youth-card", "gold", Map.of()), "level", "fact-no-level");
    }

    @Test
    void an_amount_that_is_missing_negative_beyond_belief_or_too_fine_is_refused() {
        refused(of("insurance", null, Map.of()), "amounts.months", "fact-amount");
        refused(of("insurance", null, Map.of("months", new BigDecimal("-1"))), "amounts.months", "fact-amount");
        refused(of("insurance", null, Map.of("months", new BigDecimal("601"))), "amounts.months", "fact-amount");
        refused(of("insurance", null, Map.of("months", new BigDecimal("1e308"))), "amounts.months", "fact-amount");
        refused(of("insurance", null, Map.of("months", new BigDecimal("1.5"))), "amounts.months", "fact-not-whole");
        refused(of("volunteering", null, Map.of("hours", new BigDecimal("1.125"))), "amounts.hours", "fact-too-fine");
        refused(of("youth-card", null, Map.of("months", BigDecimal.ONE)), "amounts.months", "fact-no-amount");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        assertThat(new Statement("insurance", TODAY.plusDays(1), null, "gold", Map.of()).faults(POLICY, TODAY, "facts[2]."))
                .extracting(Rejection::field).containsExactly("facts[2].from", "facts[2].level", "facts[2].amounts.months");
    }
}
