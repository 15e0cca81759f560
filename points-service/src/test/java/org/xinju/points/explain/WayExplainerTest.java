package org.xinju.points.explain;

import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.xinju.points.Life;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;
import org.xinju.points.way.Ways;

import static org.assertj.core.api.Assertions.assertThat;

/** Read aloud, as a clerk would say it. */
class WayExplainerTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate TODAY = LocalDate.parse("2024-06-30");

    private static ExplainedWays explained(Life life, Locale language) {
        return WayExplainer.explain(POLICY, Ways.of(POLICY, life.facts(), TODAY, null), language);
    }

    @Test
    void one_more_month_of_insurance_is_said_with_its_day_and_its_end() {
        assertThat(explained(Life.lineWorker(36), Locale.CHINA).ways()).extracting(ExplainedWays.ExplainedWay::text).contains(
                "您可以继续缴纳社会保险（1个月，到2024年7月30日）。这样最早到2024年7月30日就有100.25分。请留意：要是没有别的变化，到2025年1月1日又会低于100分，请在这之前办理。",
                "您不用另外办什么，照现在的情况，到2024年8月20日就有100.00分。请留意：要是没有别的变化，到2025年1月1日又会低于100分，请在这之前办理。");
        assertThat(explained(Life.lineWorker(36), Locale.ENGLISH).ways()).extracting(ExplainedWays.ExplainedWay::text).contains(
                "You can keep paying social insurance (for one month, until 30 July 2024). That gives you 100.25 points on 30 July 2024 at the "
                        + "earliest. Please keep in mind: if nothing else changes, it falls below 100 again on 1 January 2025, so apply before then.");
    }

    @Test
    void what_depends_on_something_begins_with_if() {
        assertThat(explained(Life.lineWorker(36), Locale.CHINA).ways()).extracting(ExplainedWays.ExplainedWay::text)
                .anyMatch(text -> text.startsWith("如果您服过兵役：您可以把退役证拿来核实。核实以后，从今天算起就有104.50分。"));
        assertThat(explained(Life.lineWorker(36), Locale.ENGLISH).ways()).extracting(ExplainedWays.ExplainedWay::text)
                .anyMatch(text -> text.startsWith("If you have served in the forces: You can have your discharge paper checked. Once it is confirmed "
                        + "you have 104.50 points, counted from today."));
    }

    @Test
    void who_is_there_is_told_to_come() {
        assertThat(explained(Life.engineer(), Locale.CHINA).summary()).isEqualTo("您现在是134.00分，已经达到100分，可以直接来办理。");
    }

    @Test
    void a_freeze_is_said_first_and_the_days_allow_for_it() {
        assertThat(explained(Life.engineer().on("false-material", "2024-01-15"), Locale.CHINA).summary())
                .startsWith("先说明一点：您的积分现在处于冻结状态，原因是虚假材料（到2027年1月16日解除）。").contains("下面的办法都能达到");
    }

    @Test
    void where_there_is_no_way_the_clerk_is_honest_and_says_what_remains() {
        var old = Life.of().born("1950-01-01").registered("2024-06-01").on("drug-use", "2020-01-01").on("drug-use", "2021-01-01")
                .on("drug-use", "2022-01-01").on("drug-use", "2023-01-01");
        assertThat(explained(old, Locale.CHINA).summary()).startsWith("跟您说实话：").contains("到2034年6月30日为止").endsWith("请再来算一次。");
        assertThat(explained(Life.engineer().since("court-listing", "2024-05-01"), Locale.ENGLISH).summary())
                .startsWith("One thing first").contains("To be honest with you").contains("until 30 June 2034");
    }
}
