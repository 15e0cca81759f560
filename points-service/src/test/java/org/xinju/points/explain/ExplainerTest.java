package org.xinju.points.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import org.xinju.points.Editions;
import org.xinju.points.Life;
import org.xinju.points.Lives;
import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Uncounted;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainerTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate DATE = LocalDate.parse("2024-06-30");

    private static Explanation explained(Life life, Locale language) {
        return Explainer.explain(POLICY, Engine.score(POLICY, life.facts(), DATE), life.facts(), language);
    }

    private static Explanation.ExplainedLine line(Explanation explanation, String code) {
        return explanation.lines().stream().filter(line -> line.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void who_stays_below_hears_how_much_is_missing() {
        var explanation = explained(Life.lineWorker(36), Locale.CHINA);
        assertThat(explanation.missing()).isEqualByComparingTo("0.50");
        assertThat(explanation.summary()).contains("99.50分").contains("还差0.50分");
    }

    @Test
    void who_reaches_the_threshold_hears_what_is_open_now() {
        assertThat(explained(Life.lineWorker(37), Locale.CHINA).summary()).contains("已经达到100分，可以办理：积分落户申请");
        assertThat(explained(Life.lineWorker(37), Locale.ENGLISH).summary()).contains("Application for household settlement");
        assertThat(explained(Life.lineWorker(37), Locale.ENGLISH).missing()).isEqualByComparingTo("0");
    }

    @Test
    void who_is_frozen_hears_why_until_when_and_what_can_be_done() {
        assertThat(explained(Life.engineer().on("false-material", "2024-01-15"), Locale.CHINA).summary())
                .contains("冻结").contains("虚假材料（到2027年1月16日解除）").contains("复核");
        assertThat(explained(Life.engineer().since("court-listing", "2024-05-01"), Locale.ENGLISH).summary())
                .contains("Court defaulter list (ends as soon as the reason is gone)").contains("re-check");
    }

    @Test
    void each_freeze_is_told_with_its_end_and_what_can_be_done() {
        var frozen = explained(Life.engineer().on("false-material", "2024-01-15").since("court-listing", "2024-05-01"), Locale.CHINA);
        assertThat(frozen.blocks()).extracting(Explanation.ExplainedBlock::text).containsExactly(
                "因“失信被执行人”，积分暂时冻结，情况消除后解除。分数照常计算，只是暂时不能用来办理事项。对认定有异议的，可以申请复核。",
                "因“虚假材料”，积分暂时冻结，到2027年1月16日自动解除。分数照常计算，只是暂时不能用来办理事项。对认定有异议的，可以申请复核。");
        assertThat(frozen.blocks()).extracting(Explanation.ExplainedBlock::endsOn).containsExactly(null, LocalDate.parse("2027-01-16"));
        assertThat(explained(Life.engineer(), Locale.CHINA).blocks()).isEmpty();
    }

    @Test
    void a_veto_says_from_when_on_an_application_is_possible_again() {
        var policy = Editions.version(7, "2024-01-01", document -> Editions.indicator(document, "N09").set("veto",
                Editions.indicator(document, "N09").path("freeze").deepCopy()));
        var facts = Life.of().on("banned-organisation", "2024-01-15").facts();
        assertThat(Explainer.explain(policy, Engine.score(policy, facts, DATE), facts, Locale.ENGLISH).blocks())
                .extracting(Explanation.ExplainedBlock::text).anyMatch(text -> text.startsWith(
                        "Because of \"Banned organisation\" no application is possible before 16 January 2029; from that day on it is possible again."));
    }

    @Test
    void what_is_not_on_record_says_what_to_bring_and_to_whom() {
        assertThat(line(explained(Life.of(), Locale.CHINA), "C09").uncounted())
                .containsExactly("系统里还没有您“无偿献血”这一项的记录。如果您符合条件，请带上无偿献血证，到卫生健康局（中心血站）核实，核实后就会算上。");
        assertThat(line(explained(Life.of(), Locale.ENGLISH), "C04").uncounted()).as("once, although three kinds of tax would do")
                .hasSize(1);
    }

    @Test
    void nobody_is_asked_to_bring_what_takes_points_off() {
        var clean = line(explained(Life.of(), Locale.CHINA), "N02");
        assertThat(clean.text()).isEqualTo("没有这方面的记录，不扣分。");
        assertThat(clean.uncounted()).isEmpty();
    }

    @Test
    void a_deduction_says_what_it_takes_off_without_a_minus() {
        assertThat(line(explained(Life.engineer(), Locale.CHINA), "N10").text()).isEqualTo("交通违法2条，每条2分，这一项扣4.00分。");
    }

    @Test
    void a_limit_says_what_is_left_out() {
        var explanation = explained(Life.trader(), Locale.CHINA);
        assertThat(explanation.lines()).extracting(Explanation.ExplainedLine::text).contains("“居住时间”已经到了最高分，超出的7.50分不计入。");
    }

    @Test
    void no_source_tells_a_day_of_birth() {
        assertThat(line(explained(Life.lineWorker(36), Locale.CHINA), "P01").sources()).containsExactly("出生日期，来自登记系统");
    }

    @Test
    void readers_of_any_other_language_get_chinese() {
        assertThat(explained(Life.of(), Locale.FRENCH)).isEqualTo(explained(Life.of(), Locale.CHINA));
    }

    @Test
    void both_languages_have_the_same_sentences_and_every_reason_has_one() {
        var zh = ResourceBundle.getBundle("messages.points", Locale.ROOT).keySet();
        assertThat(ResourceBundle.getBundle("messages.points", Locale.ENGLISH).keySet()).isEqualTo(zh);
        for (var reason : Uncounted.Reason.values()) {
            assertThat(zh).contains("uncounted." + reason);
        }
    }

    @Provide
    Arbitrary<List<Fact>> lives() {
        return Lives.under(POLICY);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-10, 3600).map(Lives.FIRST_DAY::plusDays);
    }

    @Property(tries = 300)
    void every_life_can_be_explained_in_both_languages_without_a_gap(@ForAll("lives") List<Fact> life, @ForAll("days") LocalDate day) {
        var facts = Facts.of(life);
        for (var language : Map.of("zh", Locale.CHINA, "en", Locale.ENGLISH).values()) {
            var score = Engine.score(POLICY, facts, day);
            var explanation = Explainer.explain(POLICY, score, facts, language);
            assertThat(explanation.lines()).hasSameSizeAs(score.lines());
            assertThat(explanation.toString()).doesNotContainPattern("\\{\\d").doesNotContain("null分").doesNotContain("  ");
        }
    }
}
