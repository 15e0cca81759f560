package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.points.Life;
import org.xinju.points.engine.Uncounted.Reason;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Each kind of rule, window and limit, one sentence each, as DG-DEFAULT uses them. */
class RuleKindsTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate DATE = LocalDate.parse("2026-11-23");

    private static Line line(Life life, String indicator) {
        return Engine.score(POLICY, life.facts(), DATE).indicator(indicator).orElseThrow();
    }

    private static BigDecimal points(Life life, String indicator) {
        return Engine.score(POLICY, life.facts(), DATE).points(indicator);
    }

    @ParameterizedTest(name = "sole trader with {0} yuan of tax: {1}")
    @CsvSource({"19999,0", "20000,1", "29999,1", "30000,2", "310000,30", "400000,30"})
    void beyond_a_start_every_whole_unit_counts_up_to_the_cap(String yuan, String points) {
        assertThat(points(Life.of().amount("sole-trader-tax", "2025-06-01", "yuan", yuan), "C04")).isEqualByComparingTo(points);
    }

    @Test
    void what_does_not_reach_the_start_is_told_where_there_is_something() {
        assertThat(line(Life.of().amount("sole-trader-tax", "2025-06-01", "yuan", "15000"), "C04").uncounted())
                .contains(Uncounted.general("sole-trader-tax", Reason.BELOW_UNIT, "15000", "20000", "yuan"))
                .extracting(Uncounted::reason).containsOnlyOnce(Reason.BELOW_UNIT);
    }

    @Test
    void what_holds_for_a_time_counts_to_its_last_day() {
        assertThat(line(Life.of().with("local-hire", "2025-01-01", "2026-12-31", null, Map.of()), "C05").next())
                .isEqualTo(new NextChange(LocalDate.parse("2027-01-01"), Points.ZERO));
    }

    @Test
    void of_equal_levels_the_first_counts() {
        var line = line(Life.of().level("education", "1998-07-01", "junior-secondary").level("education", "2001-07-01", "senior-secondary"), "P02");
        assertThat(line.facts()).containsExactly("education-1");
        assertThat(line.uncounted()).extracting(Uncounted::fact).containsExactly("education-2");
    }

    @Test
    void parts_of_one_indicator_are_added_and_what_is_below_a_unit_is_told() {
        var line = line(Life.of().amount("blood", "2025-01-01", "millilitres", "450").amount("platelets", "2025-05-01", "units", "2"),
                "C09");
        assertThat(line.points()).isEqualByComparingTo("8.00");
        assertThat(line.inputs()).extracting(Input::fact).containsExactly("blood", "platelets");
        assertThat(line.facts()).containsExactly("blood-1", "platelets-2");
        assertThat(line.uncounted()).containsExactly(Uncounted.general("blood", Reason.BELOW_UNIT, "50", "100", "millilitres"));
    }

    @Test
    void only_the_highest_level_counts() {
        var line = line(Life.of().level("education", "2010-07-01", "college").level("education", "2014-07-01", "bachelor"), "P02");
        assertThat(line.points()).isEqualByComparingTo("10.00");
        assertThat(line.facts()).containsExactly("education-2");
        assertThat(line.uncounted()).extracting(Uncounted::fact, Uncounted::reason)
                .containsExactly(tuple("education-1", Reason.LOWER_THAN_BEST));
    }

    @Test
    void a_level_that_the_table_does_not_list_counts_nothing_and_says_so() {
        assertThat(line(Life.of().level("skill", "2010-07-01", "level-9"), "P03").uncounted())
                .extracting(Uncounted::reason).containsExactly(Reason.LEVEL_NOT_LISTED);
    }

    @ParameterizedTest(name = "{0} owners, first owner {1}: {2}")
    @CsvSource({"1,0,20.00", "2,1,13.33", "2,0,6.67", "3,0,5.00", "31,0,0.63", "0,0,20.00"})
    void a_patent_is_shared_and_the_first_owner_has_a_double_share(String owners, String first, String points) {
        assertThat(points(Life.of().with("patent", "2020-01-01", "2036-01-01", "invention",
                Map.of("owners", new BigDecimal(owners), "first-owner", new BigDecimal(first))), "C06")).isEqualByComparingTo(points);
    }

    @Test
    void points_are_rounded_once_after_the_whole_indicator_is_added() {
        var third = Map.of("owners", new BigDecimal(2), "first-owner", BigDecimal.ZERO);
        var life = Life.of().with("patent", "2020-01-01", null, "other", third).with("patent", "2021-01-01", null, "other", third)
                .with("patent", "2022-01-01", null, "other", third);
        assertThat(points(life, "C06")).as("three times two thirds, not three times 0.67").isEqualByComparingTo("2.00");
    }

    @ParameterizedTest(name = "{0} penalties: {1}")
    @CsvSource({"1,-10", "2,-30", "3,-50", "4,-50"})
    void a_progressive_deduction_grows_with_the_count(int count, String points) {
        var life = Life.of();
        for (int i = 0; i < count; i++) {
            life.on("illegal-business", DATE.minusMonths(i).toString());
        }
        assertThat(points(life, "N06")).isEqualByComparingTo(points);
    }

    @ParameterizedTest(name = "a donation on {0} counts {1}")
    @CsvSource({"2023-11-22,0", "2023-11-23,4", "2026-11-23,4", "2026-11-24,0"})
    void a_look_back_includes_the_corresponding_day(String day, String points) {
        assertThat(points(Life.of().amount("blood", day, "millilitres", "400"), "C09")).isEqualByComparingTo(points);
    }

    @Test
    void a_fact_that_leaves_its_window_announces_the_day_and_is_told_afterwards() {
        var life = Life.of().amount("blood", "2023-12-01", "millilitres", "400");
        assertThat(line(life, "C09").next()).isEqualTo(new NextChange(LocalDate.parse("2026-12-02"), Points.ZERO));
        assertThat(Engine.score(POLICY, life.facts(), LocalDate.parse("2026-12-02")).indicator("C09").orElseThrow().uncounted())
                .extracting(Uncounted::reason, Uncounted::arguments).contains(tuple(Reason.WINDOW_CLOSED, List.of("2026-12-02")));
    }

    @Test
    void a_yearly_award_counts_in_its_year_only_and_once() {
        assertThat(points(Life.of().on("spring-festival", "2025-01-29"), "D08")).isEqualByComparingTo("0");
        var line = line(Life.of().on("spring-festival", "2026-02-17").on("spring-festival", "2026-02-18"), "D08");
        assertThat(line.points()).isEqualByComparingTo("2.00");
        assertThat(line.uncounted()).extracting(Uncounted::reason).containsExactly(Reason.ONCE_PER_YEAR);
        assertThat(line.next()).isEqualTo(new NextChange(LocalDate.parse("2027-01-01"), Points.ZERO));
    }

    @ParameterizedTest(name = "place {0} of {1}: {2}")
    @CsvSource({"25,25,2", "26,25,0", "0,25,0"})
    void an_award_beyond_the_quota_does_not_count(String place, String places, String points) {
        assertThat(points(Life.of().with("community-points", "2026-05-01", null, null,
                Map.of("points", new BigDecimal(2), "place", new BigDecimal(place), "places", new BigDecimal(places))), "D10"))
                .isEqualByComparingTo(points);
    }

    @Test
    void a_freeze_ends_when_its_window_closes_and_the_score_says_when() {
        var life = Life.of().born("1990-01-01").on("false-material", "2024-01-15");
        var score = Engine.score(POLICY, life.facts(), DATE);
        assertThat(score.blocks()).containsExactly(new Block(Block.Kind.FREEZE, "N05", "false-material-2", LocalDate.parse("2027-01-16")));
        assertThat(Engine.score(POLICY, life.facts(), LocalDate.parse("2027-01-16")).blocks()).isEmpty();
        assertThat(Engine.score(POLICY, life.facts(), LocalDate.parse("2027-01-15")).changesOn()).isEqualTo("2027-01-16");
    }

    @Test
    void a_sentence_freezes_until_sixty_months_after_its_end() {
        var life = Life.of().with("criminal-penalty", "2019-03-01", "2021-11-22", null, Map.of());
        assertThat(Engine.score(POLICY, life.facts(), LocalDate.parse("2026-11-22")).blocks()).hasSize(1);
        assertThat(Engine.score(POLICY, life.facts(), DATE).blocks()).isEmpty();
        assertThat(points(life, "N03")).isEqualByComparingTo("0");
    }

    @Test
    void the_whole_never_falls_below_the_floor_and_the_floor_is_a_line() {
        var score = Engine.score(POLICY, Life.of().born("1990-01-01").on("detention", "2026-01-01").on("detention", "2026-02-01").facts(),
                DATE);
        assertThat(score.total()).isEqualByComparingTo("0.00");
        assertThat(score.lines()).filteredOn(line -> line.kind() == Line.Kind.FLOOR).extracting(Line::points)
                .containsExactly(new BigDecimal("20.00"));
    }
}
