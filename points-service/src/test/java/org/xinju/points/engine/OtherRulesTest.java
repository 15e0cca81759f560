package org.xinju.points.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.points.Life;
import org.xinju.points.engine.Uncounted.Reason;
import org.xinju.points.policy.Clause;
import org.xinju.points.policy.Group;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.Names;
import org.xinju.points.policy.PolicyReference;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Scoring;
import org.xinju.points.policy.Scoring.Row;
import org.xinju.points.policy.SourceMark;
import org.xinju.points.policy.Tier;
import org.xinju.points.policy.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Rules and limits that DG-DEFAULT does not use, under small made-up policies. */
class OtherRulesTest {

    private static final LocalDate DATE = LocalDate.parse("2026-11-23");
    private static final Clause CLAUSE = new Clause("made up", "for a test");
    private static final Names NAMES = new Names("试", "test");

    private static Indicator indicator(String code, Scoring scoring, String cap) {
        return new Indicator(code, "T", NAMES, scoring, new Window.Ever(), new BigDecimal(cap), false, null, null, null, List.of(), "d",
                CLAUSE, SourceMark.A, null);
    }

    private static PolicyVersion policy(String tierCap, String ceiling, List<Group> groups, Indicator... indicators) {
        return new PolicyVersion(new PolicyReference("TEST", 1), NAMES, DATE, null, List.of(), List.of(), List.of(),
                List.of(new Tier("T", Tier.Kind.AWARD, NAMES, new BigDecimal(tierCap), CLAUSE)), List.of(indicators), groups,
                List.of(), new PolicyVersion.Limits(BigDecimal.ZERO, new BigDecimal(ceiling), CLAUSE), List.of());
    }

    private static Row row(String from, String points) {
        return new Row(new BigDecimal(from), null, new BigDecimal(points));
    }

    private static Row row(String from, String to, String points) {
        return new Row(new BigDecimal(from), new BigDecimal(to), new BigDecimal(points));
    }

    /** Beilun 2021: 0.2 a month and the highest tier bonus; ten years make exactly the limit of 40 (domain.md 1.4). */
    @ParameterizedTest(name = "registered {0}: {1}")
    @CsvSource({"2023-11-24,7.00", "2023-11-23,12.20", "2021-11-23,20.00", "2016-11-23,40.00", "2010-01-01,40.00"})
    void a_tier_bonus_adds_the_highest_tier_only(String registered, String points) {
        var bonus = new Scoring.TierBonus("stay", List.of(row("36", "59", "5"), row("60", "83", "8"), row("84", "119", "10"),
                row("120", "16")));
        var policy = policy("100", "300", List.of(),
                indicator("R", new Scoring.Sum(List.of(new Scoring.FullMonths("stay", new BigDecimal("0.2")), bonus)), "40"));
        assertThat(Engine.score(policy, Life.of().registered(registered).facts(), DATE).points("R")).isEqualByComparingTo(points);
    }

    @ParameterizedTest(name = "registered {0}: next {1}")
    @CsvSource({"2023-11-24,2026-11-24", "2021-11-23,2028-11-23", "2016-11-23,"})
    void the_day_of_the_next_tier_is_known(String registered, @Nullable LocalDate next) {
        var policy = policy("100", "300", List.of(), indicator("R", new Scoring.TierBonus("stay",
                List.of(row("36", "59", "5"), row("60", "83", "8"), row("84", "119", "10"), row("120", "16"))), "40"));
        assertThat(Engine.score(policy, Life.of().registered(registered).facts(), DATE).changesOn()).isEqualTo(next);
    }

    @Test
    void what_gives_nothing_is_still_what_the_line_rests_on() {
        var policy = policy("100", "300", List.of(), indicator("L", new Scoring.HighestLevel("school", Map.of("none", BigDecimal.ZERO)), "10"));
        assertThat(Engine.score(policy, Life.of().level("school", "2000-01-01", "none").facts(), DATE).indicator("L").orElseThrow().facts())
                .containsExactly("school-1");
    }

    @Test
    void of_parts_that_give_the_same_the_first_counts() {
        var policy = policy("100", "300", List.of(), indicator("E", new Scoring.EitherOf(List.of(
                new Scoring.Flat("party", BigDecimal.TEN), new Scoring.HighestLevel("award", Map.of("city", BigDecimal.TEN)))), "10"));
        var line = Engine.score(policy, Life.of().since("party", "2020-01-01").level("award", "2021-01-01", "city").facts(), DATE).indicator("E")
                .orElseThrow();
        assertThat(line.facts()).containsExactly("party-1");
        assertThat(line.uncounted()).extracting(Uncounted::arguments).containsExactly(List.of("city"));
    }

    @Test
    void of_members_that_give_the_same_the_first_keeps_its_points() {
        var policy = policy("100", "300", List.of(new Group.EitherOf("CHOICE", NAMES, List.of("A", "B"), CLAUSE),
                        new Group.Capped("GROUP", NAMES, List.of("A", "C"), BigDecimal.TEN, CLAUSE)),
                indicator("A", new Scoring.Flat("a", BigDecimal.TEN), "10"), indicator("B", new Scoring.Flat("b", BigDecimal.TEN), "10"),
                indicator("C", new Scoring.Flat("c", BigDecimal.TEN), "10"));
        var score = Engine.score(policy, Life.of().since("a", "2020-01-01").since("b", "2020-01-01").since("c", "2020-01-01").facts(), DATE);
        assertThat(score.points("GROUP")).as("A stands, so A and C are above the limit").isEqualByComparingTo("-10.00");
    }

    @Test
    void of_two_parts_only_the_better_counts_and_the_other_is_told() {
        var policy = policy("100", "300", List.of(), indicator("E", new Scoring.EitherOf(List.of(
                new Scoring.Flat("party", new BigDecimal(3)), new Scoring.Flat("award", new BigDecimal(5)))), "10"));
        var line = Engine.score(policy, Life.of().since("party", "2020-01-01").since("award", "2021-01-01").facts(), DATE).indicator("E")
                .orElseThrow();
        assertThat(line.points()).isEqualByComparingTo("5.00");
        assertThat(line.facts()).containsExactly("award-2");
        assertThat(line.uncounted()).extracting(Uncounted::fact, Uncounted::reason)
                .containsExactly(tuple("party-1", Reason.LOWER_THAN_BEST));
        assertThat(line.uncounted().getFirst().arguments()).as("named by its kind, as it has no level").containsExactly("party");
    }

    @Test
    void a_step_table_gives_the_row_in_which_the_amount_lies() {
        var policy = policy("100", "300", List.of(),
                indicator("S", new Scoring.StepTable("pay", "yuan", List.of(row("100", "199", "1"), row("200", "5"))), "10"));
        assertThat(Engine.score(policy, Life.of().amount("pay", "2026-01-01", "yuan", "199").facts(), DATE).points("S"))
                .isEqualByComparingTo("1");
        assertThat(Engine.score(policy, Life.of().amount("pay", "2026-01-01", "yuan", "200").facts(), DATE).points("S"))
                .isEqualByComparingTo("5");
        assertThat(Engine.score(policy, Life.of().amount("pay", "2026-01-01", "yuan", "99").facts(), DATE).indicator("S").orElseThrow()
                .uncounted())
                .extracting(Uncounted::reason).containsExactly(Reason.OUTSIDE_TABLE);
    }

    @Test
    void choice_group_tier_and_whole_are_limited_in_this_order_and_each_bite_is_a_line() {
        var policy = policy("30", "25", List.of(new Group.EitherOf("CHOICE", NAMES, List.of("A", "B"), CLAUSE),
                        new Group.Capped("GROUP", NAMES, List.of("B", "C"), new BigDecimal(22), CLAUSE)),
                indicator("A", new Scoring.Flat("a", new BigDecimal(9)), "10"),
                indicator("B", new Scoring.Flat("b", new BigDecimal(12)), "10"),
                indicator("C", new Scoring.Flat("c", new BigDecimal(20)), "20"),
                indicator("D", new Scoring.Flat("d", new BigDecimal(15)), "15"));
        var score = Engine.score(policy, Life.of().since("a", "2020-01-01").since("b", "2020-01-01").since("c", "2020-01-01")
                .since("d", "2020-01-01").facts(), DATE);
        assertThat(score.lines()).filteredOn(line -> line.kind() != Line.Kind.INDICATOR)
                .extracting(Line::kind, Line::subject, line -> line.points().toPlainString())
                .containsExactly(tuple(Line.Kind.INDICATOR_CAP, "B", "-2.00"), tuple(Line.Kind.EITHER_OF, "CHOICE", "-9.00"),
                        tuple(Line.Kind.GROUP_CAP, "GROUP", "-8.00"), tuple(Line.Kind.TIER_CAP, "T", "-7.00"),
                        tuple(Line.Kind.CEILING, "TOTAL", "-5.00"));
        assertThat(score.total()).isEqualByComparingTo("25.00");
    }

    @Test
    void what_a_group_exceeds_is_lost_by_the_member_named_last_and_so_by_its_tier() {
        var first = indicator("A", new Scoring.Flat("a", BigDecimal.TEN), "10");
        var second = new Indicator("B", "U", NAMES, new Scoring.Flat("b", BigDecimal.TEN), new Window.Ever(), BigDecimal.TEN, false, null,
                null, null, List.of(), "d", CLAUSE, SourceMark.A, null);
        var one = policy("8", "300", List.of(new Group.Capped("GROUP", NAMES, List.of("A", "B"), new BigDecimal(15), CLAUSE)), first,
                second);
        var two = new PolicyVersion(one.reference(), NAMES, DATE, null, List.of(), List.of(), List.of(),
                List.of(one.tiers().getFirst(), new Tier("U", Tier.Kind.AWARD, NAMES, new BigDecimal(8), CLAUSE)), one.indicators(),
                one.groups(), one.steps(), one.limits(), List.of());
        var score = Engine.score(two, Life.of().since("a", "2020-01-01").since("b", "2020-01-01").facts(), DATE);
        assertThat(score.points("GROUP")).isEqualByComparingTo("-5");
        assertThat(score.points("T")).as("ten from A, eight at most").isEqualByComparingTo("-2");
        assertThat(score.points("U")).as("five left of B").isEqualByComparingTo("0");
    }

    private static Score blocked(@Nullable Window freeze, @Nullable Window veto) {
        var indicator = new Indicator("V", "T", NAMES, new Scoring.Flat("crime", BigDecimal.ZERO), new Window.Ever(), BigDecimal.TEN, false,
                null, freeze, veto, List.of(), "d", CLAUSE, SourceMark.A, null);
        return Engine.score(policy("10", "300", List.of(), indicator), Life.of().on("crime", "2026-01-01").facts(), DATE);
    }

    @Test
    void a_freeze_and_a_veto_last_as_long_as_their_own_window_and_their_end_is_a_day_of_change() {
        var window = new Window.LookBack(12, Window.Anchor.START);
        var ends = LocalDate.parse("2027-01-02");
        assertThat(blocked(window, null).blocks()).containsExactly(new Block(Block.Kind.FREEZE, "V", "crime-1", ends));
        assertThat(blocked(window, null).changesOn()).isEqualTo(ends);
        assertThat(blocked(null, window).blocks()).containsExactly(new Block(Block.Kind.VETO, "V", "crime-1", ends));
        assertThat(blocked(null, window).changesOn()).isEqualTo(ends);
        assertThat(blocked(null, null).changesOn()).isNull();
    }
}
