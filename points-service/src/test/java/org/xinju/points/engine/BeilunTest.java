package org.xinju.points.engine;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.points.Life;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;
import org.xinju.points.policy.Tier;

import static org.assertj.core.api.Assertions.assertThat;

/** The district's own edition of 2021 (domain.md 1.4), as far as it is known. */
class BeilunTest {

    private static final PolicyVersion POLICY = PublishedPolicies.beilun2021();
    private static final LocalDate DATE = LocalDate.parse("2021-06-30");

    private static Score score(Life life) {
        return Engine.score(POLICY, life.facts(), DATE);
    }

    @ParameterizedTest(name = "permit since {0}: {1} points")
    @CsvSource({"2021-06-30, 0.00", "2018-07-01, 7.00", "2018-06-30, 12.20", "2016-06-30, 20.00", "2014-06-30, 26.80", "2011-06-30, 40.00",
        "2001-06-30, 40.00"})
    void residence_is_a_fifth_of_a_point_a_month_and_the_bonus_of_the_highest_years_reached(String since, String points) {
        assertThat(score(Life.of().since("permit", since)).points("B01")).isEqualByComparingTo(points);
    }

    @Test
    void only_the_young_have_points_for_their_age() {
        assertThat(score(Life.of().born("1985-07-01")).points("B02")).as("35").isEqualByComparingTo("5");
        assertThat(score(Life.of().born("1985-06-30")).points("B02")).as("36 today").isEqualByComparingTo("0");
    }

    @Test
    void an_engineer_of_ten_years_who_registered_the_child() {
        var life = Life.of().born("1990-03-15").since("permit", "2011-06-30").since("child-registered", "2015-01-01")
                .level("education", "2010-06-30", "master").level("skill", "2018-01-01", "level-2").since("youth-card", "2020-12-01");
        assertThat(score(life).total()).isEqualByComparingTo("110.00");
    }

    @Test
    void what_could_not_be_read_is_marked_and_nothing_about_births_is_in_it() {
        assertThat(POLICY.gaps()).hasSize(5);
        assertThat(POLICY.tiers()).noneMatch(tier -> tier.kind() == Tier.Kind.DEDUCTION);
        assertThat(POLICY.indicators()).noneMatch(indicator -> indicator.names().zh().contains("生育"));
    }
}
