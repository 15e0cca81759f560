package org.xinju.points.explain;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.xinju.points.Editions;
import org.xinju.points.policy.PolicyVersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.xinju.points.Editions.indicator;

/** Whatever a version says otherwise is said in words, and nothing else. */
class PolicyDifferenceTest {

    private static final String DAY = "2027-01-01";
    private static final PolicyVersion OLDER = Editions.version(2, DAY, _ -> {});

    private static List<String> between(Consumer<ObjectNode> change, Locale reader) {
        return PolicyDifference.between(OLDER, Editions.version(3, DAY, change), reader).stream().map(PolicyDifference::text).toList();
    }

    @Test
    void the_same_version_under_another_number_differs_in_nothing() {
        assertThat(between(_ -> {}, Locale.CHINA)).isEmpty();
    }

    static List<Arguments> changes() {
        return List.of(
                change(document -> document.put("effectiveFrom", "2027-02-01"), "“大碶街道新居民积分（默认版）”的施行日期，原来是“2027年1月1日”，现在是“2027年2月1日”。",
                        "\"Dagi points for new residents (default edition)\", first day: it was \"1 January 2027\" and is now \"1 February 2027\"."),
                change(document -> indicator(document, "C08").put("cap", "12"), "“社会公益”的最高分，原来是“10”，现在是“12”。",
                        "\"Public service\", limit: it was \"10\" and is now \"12\"."),
                change(document -> ((ObjectNode) indicator(document, "P04").path("scoring")).put("points", "0.6"),
                        "“参加社会保险”的计分办法，原来是“社会保险缴费每1个月计0.5分”，现在是“社会保险缴费每1个月计0.6分”。",
                        "\"Social insurance\", rule: it was \"Social insurance paid: 0.5 for every 1 months\" and is now \"Social insurance paid: 0.6 for every 1 "
                                + "months\"."),
                change(document -> ((ObjectNode) indicator(document, "C07").path("window")).put("months", 36),
                        "“表彰奖励”的计分期限，原来是“从开始之日起60个月内”，现在是“从开始之日起36个月内”。",
                        "\"Commendations\", period: it was \"begun within 60 months\" and is now \"begun within 36 months\"."),
                change(document -> indicator(document, "N02").set("freeze", indicator(document, "N05").path("freeze").deepCopy()),
                        "“行政拘留”的冻结期限，原来是“没有”，现在是“从开始之日起36个月内”。",
                        "\"Administrative detention\", period of freeze: it was \"none\" and is now \"begun within 36 months\"."),
                change(document -> indicator(document, "D07").put("oncePerYear", true), "“退役军人”的一年只计一次，原来是“没有”，现在是“是”。",
                        "\"Military service\", once a year only: it was \"none\" and is now \"yes\"."),
                change(document -> ((ObjectNode) indicator(document, "D10").path("quota")).put("share", "0.02"),
                        "“村（社区）奖励积分”的名额，原来是“不超过上年末登记的新居民的1%”，现在是“不超过上年末登记的新居民的2%”。",
                        "\"Points assigned by the village or community\", places: it was \"no more than 1 % of the new residents registered at the end of last "
                                + "year\" and is now \"no more than 2 % of the new residents registered at the end of last year\"."),
                change(document -> ((ObjectNode) document.path("thresholds").path(0)).put("points", "90"), "取消分数线“申请积分落户”。",
                        "The threshold \"Application for settlement\" is gone."),
                change(document -> ((ArrayNode) document.path("indicators")).remove(26), "取消指标“随行子女登记”。",
                        "The indicator \"Children under 16 registered\" is gone."),
                change(document -> ((ObjectNode) document.path("steps").path(2)).put("effort", "HARD"),
                        "“继续缴纳社会保险”的难易，原来是“容易”，现在是“比较难”。", "\"keep paying social insurance\", effort: it was \"easy\" and is now \"rather hard\"."),
                change(document -> ((ObjectNode) document.path("departments").path(1)).putArray("units").add("DEP-SCHOOLS"),
                        "“教育局”的受理单位，原来是“DEP-EDUCATION”，现在是“DEP-SCHOOLS”。",
                        "\"Education bureau\", units: it was \"DEP-EDUCATION\" and is now \"DEP-SCHOOLS\"."),
                change(document -> ((ObjectNode) document.path("facts").path(1).path("levels").path(5).path("names")).put("en", "PhD"),
                        "情况“学历”的代码或另一种语言的文字有变动。",
                        "\"Education\", levels: it was \"junior secondary or lower, senior secondary, college, bachelor's degree, master's degree, doctorate\" and is "
                                + "now \"junior secondary or lower, senior secondary, college, bachelor's degree, master's degree, PhD\"."));
    }

    private static Arguments change(Consumer<ObjectNode> change, String chinese, String english) {
        return arguments(change, chinese, english);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_is_said_in_plain_words(Consumer<ObjectNode> change, String chinese, String english) {
        Consumer<ObjectNode> lighter = document -> {
            change.accept(document);
            if (document.path("indicators").size() < 38) {
                ((ArrayNode) document.path("steps")).removeIf(step -> step.path("fact").asString().equals("child-registered"));
                ((ObjectNode) document.path("tiers").path(2)).put("cap", "45");
            }
        };
        assertThat(between(lighter, Locale.CHINA)).contains(chinese);
        assertThat(between(lighter, Locale.ENGLISH)).contains(english);
    }

    @Test
    void what_is_new_is_told_with_all_that_is_to_be_said_of_it() {
        var added = between(document -> {
            var indicator = indicator(document, "D11").deepCopy();
            indicator.put("code", "D13");
            ((ObjectNode) indicator.path("names")).put("zh", "安全用电").put("en", "Electrical safety");
            ((ArrayNode) document.path("indicators")).add(indicator);
        }, Locale.CHINA);
        assertThat(added).containsExactly("新增指标“安全用电”：所属大类：区级个性指标，计分办法：有青春北仑卡及答题记录计5分，计分期限：不限时间，最高分：5，需要的材料：青春北仑卡，"
                + "核实部门：团区委，依据：甬政办发〔2022〕10号 区级个性指标 青春北仑，来源：S，说明：分值为 2021 年版。");
    }

    @Test
    void every_rule_of_the_default_edition_reads_whole_in_both_languages() {
        var nothing = Editions.version(9, DAY, document -> {
            ((ArrayNode) document.path("indicators")).forEach(one -> ((ObjectNode) one).put("code", one.path("code").asString() + "-NEW"));
            ((ArrayNode) document.path("tiers")).forEach(one -> ((ObjectNode) one.path("clause")).put("item", "x"));
        });
        for (var reader : List.of(Locale.CHINA, Locale.ENGLISH)) {
            var texts = PolicyDifference.between(OLDER, nothing, reader).stream().map(PolicyDifference::text).toList();
            assertThat(texts).hasSize(38 + 38 + 4).noneMatch(text -> text.contains("null") || text.matches(".*\\{\\d.*"));
        }
    }
}
