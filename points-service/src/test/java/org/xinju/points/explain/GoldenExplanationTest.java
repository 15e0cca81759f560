package org.xinju.points.explain;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.xinju.points.Life;
import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.FactSource;
import org.xinju.points.engine.Facts;
import org.xinju.points.explain.Explanation.ExplainedLine;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twelve made-up residents: all that their explanation says, in both languages, word for word; the five of domain.md 1.7 among them. After a
 * wanted change run with {@code -Dgolden.write=true} and read the files aloud before they are committed.
 */
class GoldenExplanationTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate WORKED_EXAMPLES = LocalDate.parse("2024-06-30");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** @param name of the file */
    private record Resident(String name, LocalDate date, Life life) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Resident> residents() {
        return Stream.of(
                new Resident("01-assembly-worker-two-employers", TODAY, Life.of().born("1990-03-15").registered("2020-04-20")
                        .employed("2023-02-01", "2025-08-31").employed("2025-09-10")),
                new Resident("02-welder-came-back-after-five-months", TODAY, Life.of().born("1974-11-24")
                        .registered("2019-03-05", "2025-06-30").registered("2025-12-01").employed("2026-03-09")),
                new Resident("03-newcomer-of-17-since-yesterday", TODAY, Life.of().born("2009-05-30").registered("2026-11-22").employed("2026-11-22")),
                new Resident("04-line-worker-half-a-point-short", WORKED_EXAMPLES, Life.lineWorker(36)),
                new Resident("05-line-worker-at-the-threshold", WORKED_EXAMPLES, Life.lineWorker(37)),
                new Resident("06-engineer", WORKED_EXAMPLES, Life.engineer()),
                new Resident("07-trader", WORKED_EXAMPLES, Life.trader()),
                new Resident("08-engineer-on-the-defaulter-list", WORKED_EXAMPLES, Life.engineer().since("court-listing", "2024-03-01")),
                new Resident("09-inventor", TODAY, Life.of().born("1985-02-28").registered("2012-03-01").level("education", "2007-06-30", "master")
                        .employed("2012-03-01").level("housing", "2015-05-05", "own-home").since("shortage-post", "2026-01-01")
                        .with("patent", "2021-01-01", "2041-01-01", "invention", Map.of("owners", new BigDecimal(3), "first-owner", BigDecimal.ONE))
                        .with("patent", "2023-01-01", null, "other", Map.of("owners", new BigDecimal(2), "first-owner", BigDecimal.ZERO))
                        .level("commendation", "2023-12-01", "province").level("commendation", "2020-01-01", "national")
                        .amount("insurance", "2026-10-31", "months", "176").amount("personal-tax", "2025-12-31", "yuan", "42350.50")),
                new Resident("10-shop-owner-with-penalties", TODAY, Life.of().born("1970-07-08").registered("2016-09-01")
                        .with("employment", "2016-09-01", null, "licence", Map.of()).level("housing", "2016-09-01", "rental")
                        .amount("company-tax", "2025-12-31", "yuan", "260000").since("local-hire", "2025-01-01").since("local-hire", "2025-03-01")
                        .on("honest-business", "2025-11-30").on("illegal-business", "2023-04-01").on("illegal-business", "2025-04-01")
                        .on("rental-violation", "2026-05-01").on("traffic-violation", "2026-01-02").on("traffic-violation", "2026-02-02")
                        .on("traffic-violation", "2026-03-02").on("traffic-violation", "2026-04-02").on("traffic-violation", "2026-05-02")
                        .on("traffic-violation", "2026-06-02")),
                new Resident("11-volunteer-and-soldier", TODAY, Life.of().born("1982-04-30").registered("2018-05-01").since("military-service", "2003-12-01")
                        .level("bodily-gift", "2022-06-14", "marrow-register").amount("platelets", "2026-06-14", "units", "3")
                        .amount("blood", "2022-06-14", "millilitres", "400").amount("blood", "2026-01-14", "millilitres", "450")
                        .amount("volunteering", "2026-09-01", "hours", "75").on("bravery", "2024-08-01").on("bravery", "2025-08-01")
                        .on("bravery", "2026-02-01").on("bravery", "2026-08-01").since("party-reporting", "2019-01-01")
                        .since("child-registered", "2018-05-02").on("local-honour", "2026-03-08").on("spring-festival", "2026-02-17")
                        .amount("sub-district-points", "2026-05-01", "points", "2")),
                new Resident("12-false-material-and-drugs", TODAY, Life.of().born("1966-01-10").registered("2025-02-28").employed("2026-06-01")
                        .on("false-material", "2026-03-01").on("drug-use", "2021-05-05").on("drug-use", "2024-05-05").on("penalty", "2022-01-01")
                        .on("uncivil-conduct", "2026-10-10")));
    }

    @ParameterizedTest
    @MethodSource("residents")
    void what_a_resident_reads_is_as_agreed(Resident resident) throws IOException {
        var text = new StringBuilder();
        for (var language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            text.append(text.isEmpty() ? "" : "\n").append(words(resident, language));
        }
        var file = GOLDEN.resolve(resident.name() + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).hasToString(Files.readString(file));
    }

    private static String words(Resident resident, Locale language) {
        var facts = Facts.of(resident.life().list().stream().map(GoldenExplanationTest::asKnown).toList());
        var explanation = Explainer.explain(POLICY, Engine.score(POLICY, facts, resident.date()), facts, language);
        var text = new StringBuilder(language.toLanguageTag()).append(" · ").append(explanation.policy()).append(" · ").append(explanation.date())
                .append(" · ").append(explanation.total()).append(" · ").append(explanation.standing()).append('\n').append(explanation.summary()).append('\n');
        explanation.blocks().forEach(block -> text.append("! ").append(block.code()).append(' ').append(block.name()).append(": ").append(block.text())
                .append(" (").append(block.clause()).append(")\n"));
        explanation.lines().forEach(line -> append(line, text));
        return text.toString();
    }

    private static void append(ExplainedLine line, StringBuilder text) {
        text.append(line.code()).append(' ').append(line.name()).append(" [").append(line.points()).append("] ").append(line.text())
                .append(" (").append(line.clause()).append(")\n");
        line.sources().forEach(source -> text.append("   < ").append(source).append('\n'));
        line.uncounted().forEach(left -> text.append("   - ").append(left).append('\n'));
        if (line.next() != null) {
            text.append("   > ").append(line.next()).append('\n');
        }
    }

    /** What the register and the grid do not know comes from the department of the indicator that it is for. */
    private static Fact asKnown(Fact fact) {
        var source = switch (fact.kind()) {
            case "birth", "stay", "employment" -> fact.source();
            case "rental-violation" -> FactSource.event("grid-service", fact.source().reference());
            default -> FactSource.confirmation(department(fact.kind()), "confirmation-of-" + fact.id(), "evidence-of-" + fact.id());
        };
        return new Fact(fact.id(), fact.revision(), fact.kind(), fact.from(), fact.until(), fact.level(), fact.amounts(), source, fact.recordedAt(), fact.withdrawn());
    }

    private static String department(String kind) {
        return POLICY.indicators().stream().filter(indicator -> indicator.scoring().leaves().stream().anyMatch(leaf -> leaf.fact().equals(kind)))
                .findFirst().orElseThrow().department();
    }
}
