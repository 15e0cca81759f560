package org.xinju.points.policy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.xinju.points.explain.FaultWords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The default edition holds; every way to break it is told with path, reason and example. */
class PolicyReaderTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final PolicyReader READER = new PolicyReader();

    private static ObjectNode document() {
        try (var in = Objects.requireNonNull(PolicyReaderTest.class.getResourceAsStream("/policy/DG-DEFAULT.json"))) {
            return (ObjectNode) MAPPER.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<PolicyFault> faults(Consumer<ObjectNode> change) {
        var document = document();
        change.accept(document);
        return READER.read(MAPPER.writeValueAsString(document)) instanceof PolicyReading.Faulty(var faults) ? faults : List.of();
    }

    private static ObjectNode indicator(ObjectNode document, int index) {
        return (ObjectNode) document.path("indicators").get(index);
    }

    private static ObjectNode scoring(ObjectNode document, int index) {
        return (ObjectNode) indicator(document, index).path("scoring");
    }

    private static ObjectNode step(ObjectNode document, int index) {
        return (ObjectNode) document.path("steps").get(index);
    }

    private static ObjectNode amount(ObjectNode document) {
        return (ObjectNode) document.path("facts").get(3).path("amounts").get(0);
    }

    private static ObjectNode row(ObjectNode document, int index) {
        return (ObjectNode) scoring(document, 0).path("rows").get(index);
    }

    @Test
    void the_default_edition_has_38_indicators_whose_limits_add_up_to_their_tiers() {
        var policy = PublishedPolicies.dgDefault();
        assertThat(policy.reference()).hasToString("DG-DEFAULT@1");
        assertThat(policy.indicators()).hasSize(38);
        assertThat(policy.indicators()).extracting(Indicator::code).containsExactly(
                "P01", "P02", "P03", "P04", "P05",
                "C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10",
                "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D11", "D12",
                "N01", "N02", "N03", "N04", "N05", "N06", "N07", "N08", "N09", "N10", "N11");
        for (var tier : policy.tiers()) {
            if (tier.kind() == Tier.Kind.AWARD) {
                var sum = policy.indicators().stream().filter(one -> one.tier().equals(tier.code())).map(Indicator::cap)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(tier.code()).isEqualByComparingTo(tier.cap());
            }
        }
        assertThat(policy.thresholds().getFirst().points()).isEqualByComparingTo("100");
    }

    @Test
    void every_indicator_can_be_confirmed_by_somebody_with_some_evidence_and_rests_on_a_text() {
        var policy = PublishedPolicies.dgDefault();
        assertThat(policy.indicators()).allSatisfy(indicator -> {
            assertThat(policy.department(indicator.department()).names().zh()).isNotBlank();
            assertThat(indicator.evidence()).isNotEmpty();
            assertThat(indicator.clause().document()).isNotBlank();
            assertThat(indicator.names().en()).isNotBlank();
        });
    }

    static List<Arguments> breaks() {
        return List.of(
                broken("a limit is missing", d -> indicator(d, 0).remove("cap"), "/indicators/0/cap", "needs a limit above 0", "10"),
                broken("a department is missing", d -> indicator(d, 3).remove("department"), "/indicators/3",
                        "\"department\" is missing", "P05"),
                broken("a number that is none", d -> indicator(d, 4).put("cap", "many"), "/indicators/4/cap", "many", "0.25"),
                broken("points as a JSON number", d -> indicator(d, 4).put("cap", 30), "/indicators/4/cap", "string", "0.25"),
                broken("a field nobody knows", d -> indicator(d, 4).put("weight", 3),
                        "/indicators/4/weight", "of this name", "code"),
                broken("a rule nobody knows", d -> scoring(d, 4).put("kind", "magic"),
                        "/indicators/4/scoring/kind", "Only one of these", "linear"),
                broken("a rule without its rate", d -> scoring(d, 4).remove("points"),
                        "/indicators/4/scoring", "\"points\" is missing", "0.25"),
                broken("no such department", d -> indicator(d, 4).put("department", "nobody"),
                        "/indicators/4/department", "no department", "public-security"),
                broken("no such tier", d -> indicator(d, 4).put("tier", "HEAVEN"), "/indicators/4/tier", "no tier", "PROVINCE"),
                broken("no such fact", d -> scoring(d, 4).put("fact", "sky"), "/indicators/4/scoring/fact", "no kind of fact", "birth"),
                broken("no such amount", d -> scoring(d, 3).put("amount", "years"),
                        "/indicators/3/scoring/amount", "carries no amount", "months"),
                broken("an award that takes off", d -> scoring(d, 4).put("points", "-1"),
                        "/indicators/4/scoring/points", "gives points", "1"),
                broken("a deduction that gives", d -> scoring(d, 27).put("points", "2"),
                        "/indicators/27/scoring/points", "negative", "-2"),
                broken("a unit of nothing", d -> scoring(d, 3).put("per", "0"), "/indicators/3/scoring/per", "above 0", "100"),
                broken("a level that does not exist", d -> ((ObjectNode) scoring(d, 1).path("levels")).put("wizard", "9"),
                        "/indicators/1/scoring/levels/wizard", "no such level", "junior-secondary"),
                broken("rows that overlap", d -> row(d, 1).put("from", "40"), "/indicators/0/scoring/rows/1/from", "overlaps", "41"),
                broken("half a year of age", d -> row(d, 0).put("from", "17.5"),
                        "/indicators/0/scoring/rows/0/from", "whole number", "18"),
                broken("a version beyond counting", d -> ((ObjectNode) d.path("reference")).put("version", 99_999_999_999L),
                        "/reference/version", "9999", "1"),
                broken("months counted over a short window", d -> ((ObjectNode) indicator(d, 4).path("window")).put("kind", "current"),
                        "/indicators/4/scoring/kind", "window \"ever\"", "ever"),
                broken("a code used twice", d -> indicator(d, 1).put("code", "P01"), "/indicators/1", "already used", "P01-2"),
                broken("a tier nobody can fill", d -> ((ObjectNode) d.path("tiers").get(0)).put("cap", "120"),
                        "/tiers/0/cap", "add up to 100", "100"),
                broken("a threshold above the ceiling", d -> ((ObjectNode) d.path("thresholds").get(0)).put("points", "301"),
                        "/thresholds/0/points", "can reach", "300"),
                broken("a policy that ends before it begins", d -> d.put("effectiveUntil", "2020-01-01"),
                        "/effectiveUntil", "before the first day", "2025-01-01"),
                broken("a day that does not exist", d -> d.put("effectiveFrom", "2024-02-30"),
                        "/effectiveFrom", "2024-02-30", "2026-01-01"),
                broken("a group of somebody unknown", d -> d.putArray("groups").add(choice("LEARNING", "P02", "P99")),
                        "/groups/0/members/1", "no indicator", "P01"),
                broken("an amount without a limit", d -> amount(d).remove("most"), "/facts/3/amounts/0", "\"most\" is missing", "100"),
                broken("a step to nothing that is known", d -> step(d, 2).put("fact", "sky"), "/steps/2/fact", "no kind of fact", "birth"),
                broken("a step that no indicator rewards", d -> step(d, 3).put("fact", "court-listing"), "/steps/3/fact", "indicator gives",
                        ""),
                broken("a step to a level that does not exist", d -> step(d, 4).put("level", "castle"), "/steps/4/level",
                        "one of the levels", "rental"),
                broken("a step that states too much", d -> ((ObjectNode) step(d, 2).path("amounts")).put("months", "601"),
                        "/steps/2/amounts/months", "from 0 to 600", "600"),
                broken("a step that is repeated in no time", d -> step(d, 2).put("months", 0), "/steps/2/months", "takes time", "1"),
                broken("a choice about what already stands to choice", d -> d.putArray("groups").add(choice("ONE", "P02", "P03"))
                        .add(choice("TWO", "P03", "P04")), "/groups/1/members/0", "already stands to choice in \"ONE\"", ""));
    }

    private static ObjectNode choice(String code, String one, String other) {
        var group = MAPPER.createObjectNode().put("kind", "either-of").put("code", code);
        group.putObject("names").put("zh", code).put("en", code);
        group.putArray("members").add(one).add(other);
        group.putObject("clause").put("document", "x").put("item", "y");
        return group;
    }

    private static Arguments broken(String how, Consumer<ObjectNode> change, String path, String reason, String example) {
        return arguments(how, change, path, reason, example);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("breaks")
    void what_is_wrong_is_told_with_path_reason_and_example(String how, Consumer<ObjectNode> change, String path, String reason,
            String example) {
        assertThat(faults(change)).as(how).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(FaultWords.of(fault, Locale.ENGLISH)).contains(reason);
            assertThat(fault.example()).contains(example);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999999", "1e308", "\"+999999999-12-31\"", "\"\\ud800\"", "[]", "{}"})
    void whatever_stands_in_place_of_a_value_is_a_fault_and_no_failure(String value) {
        var document = MAPPER.writeValueAsString(document());
        for (var place : List.of("\"2024-01-01\"", "\"P01\"", "\"linear\"", "\"birth\"", "\"40\"", "40", "1")) {
            assertThat(READER.read(document.replaceFirst(place, Matcher.quoteReplacement(value)))).as(place + " " + value).isNotNull();
        }
        assertThat(READER.read("[".repeat(5_000) + "]".repeat(5_000))).isInstanceOf(PolicyReading.Faulty.class);
    }

    @Test
    void several_faults_are_told_at_once() {
        assertThat(faults(document -> {
            indicator(document, 2).put("tier", "HEAVEN");
            indicator(document, 5).put("department", "nobody");
        })).extracting(PolicyFault::path).contains("/indicators/2/tier", "/indicators/5/department");
    }

    @Test
    void a_text_that_is_no_json_says_where_it_breaks() {
        assertThat(READER.read("{\"reference\": ")).isInstanceOfSatisfying(PolicyReading.Faulty.class,
                faulty -> assertThat(FaultWords.of(faulty.faults().getFirst(), Locale.ENGLISH)).contains("no JSON").contains("line 1"));

                assertThatThrownBy(() -> READER.read("[]").orThrow()).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("does not hold");
    }

    @Test
    void a_reference_is_written_with_an_at_sign() {
        assertThat(PolicyReference.parse("DG-DEFAULT@12")).isEqualTo(new PolicyReference("DG-DEFAULT", 12));
        assertThatThrownBy(() -> PolicyReference.parse("DG-DEFAULT")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PolicyReference("X", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
