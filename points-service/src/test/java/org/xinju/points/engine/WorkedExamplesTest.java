package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.points.Life;
import org.xinju.points.engine.Score.Standing;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The five worked examples and the age checks of domain.md 1.7. */
class WorkedExamplesTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate DATE = LocalDate.parse("2024-06-30");

    private static Score score(Life life) {
        return Engine.score(POLICY, life.facts(), DATE);
    }

    /** Points of each tier, its cap applied, and the total. */
    private static List<String> tiers(Score score) {
        var tiers = new ArrayList<String>();
        for (var tier : POLICY.tiers()) {
            tiers.add(POLICY.indicators().stream().filter(indicator -> indicator.tier().equals(tier.code()))
                    .map(indicator -> score.points(indicator.code())).reduce(score.points(tier.code()), BigDecimal::add).toPlainString());
        }
        tiers.add(score.total().toPlainString());
        return tiers;
    }

    @Test
    void the_line_worker_with_36_insured_months_stays_half_a_point_below() {
        var score = score(Life.lineWorker(36));
        assertThat(tiers(score)).containsExactly("60.50", "27.00", "12.00", "0.00", "99.50");
        assertThat(score.standing(POLICY.thresholds().getFirst())).isEqualTo(Standing.BELOW);
    }

    @Test
    void one_more_insured_month_reaches_the_threshold_which_is_inclusive() {
        var score = score(Life.lineWorker(37));
        assertThat(tiers(score)).containsExactly("61.00", "27.00", "12.00", "0.00", "100.00");
        assertThat(score.standing(POLICY.thresholds().getFirst())).isEqualTo(Standing.REACHED);
    }

    @Test
    void the_engineer_reaches_it_in_spite_of_two_traffic_violations() {
        var score = score(Life.engineer());
        assertThat(tiers(score)).containsExactly("88.00", "45.00", "5.00", "-4.00", "134.00");
        assertThat(score.standing(POLICY.thresholds().getFirst())).isEqualTo(Standing.REACHED);
    }

    @Test
    void the_trader_is_capped_at_thirty_for_residence_and_loses_twenty_for_a_detention() {
        var score = score(Life.trader());
        assertThat(tiers(score)).containsExactly("70.00", "22.00", "5.00", "-20.00", "77.00");
        assertThat(score.lines()).filteredOn(line -> line.subject().equals("P05"))
                .extracting(Line::kind, line -> line.points().toPlainString())
                .containsExactly(tuple(Line.Kind.INDICATOR, "37.50"),
                        tuple(Line.Kind.INDICATOR_CAP, "-7.50"));
    }

    @Test
    void the_engineer_on_the_defaulter_list_keeps_84_points_that_are_frozen_while_listed() {
        var score = score(Life.engineer().since("court-listing", "2024-05-01"));
        assertThat(tiers(score)).containsExactly("88.00", "45.00", "5.00", "-54.00", "84.00");
        assertThat(score.standing(POLICY.thresholds().getFirst())).isEqualTo(Standing.FROZEN);
        assertThat(score.blocks()).containsExactly(new Block(Block.Kind.FREEZE, "N04", "court-listing-12", null));
    }

    @ParameterizedTest(name = "{0} years give {1}")
    @CsvSource({"17,0", "18,20", "40,20", "41,19", "54,6", "55,5", "60,5", "61,0"})
    void age_points_follow_the_table(int age, String points) {
        var birthday = DATE.minusYears(age);
        assertThat(score(Life.of().born(birthday.toString())).points("P01")).isEqualByComparingTo(points);
        assertThat(score(Life.of().born(birthday.minusYears(1).plusDays(1).toString())).points("P01"))
                .as("the day before the next birthday").isEqualByComparingTo(points);
    }

    @Test
    void every_indicator_has_a_line_also_when_nothing_is_known() {
        var score = score(Life.of());
        assertThat(score.lines()).hasSize(38).allSatisfy(line -> {
            assertThat(line.points()).isEqualByComparingTo("0").hasScaleOf(2);
            assertThat(line.clause().cite()).isNotBlank();
            assertThat(line.uncounted()).isNotEmpty().allMatch(left -> left.reason() == Uncounted.Reason.NO_FACT);
        });
    }
}
