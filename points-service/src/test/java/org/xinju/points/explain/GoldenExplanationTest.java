package org.xinju.points.explain;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.points.Life;
import org.xinju.points.engine.Engine;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three made-up residents on 2026-11-23: their age, residence and employment lines, in both languages,
         word for word. After a wanted change
 * run with {@code -Dgolden.write=true} and read the file aloud before it is committed.
 */
class GoldenExplanationTest {

    private static final PolicyVersion POLICY = PublishedPolicies.dgDefault();
    private static final LocalDate DATE = LocalDate.parse("2026-11-23");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/trunk-2026-11-23.json");
    private static final Set<String> TRUNK = Set.of("P01", "P05", "C01");
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .withConfigOverride(BigDecimal.class, points -> points.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING))).build();

    private static Map<String, Life> residents() {
        var residents = new LinkedHashMap<String, Life>();
        residents.put("assembly worker, two employers without a break", Life.of().born("1990-03-15").registered("2020-04-20")
                .employed("2023-02-01", "2025-08-31").employed("2025-09-10"));
        residents.put("welder one day before turning 52, came back after five months away, eight months in the new job",
                Life.of().born("1974-11-24")
                .registered("2019-03-05", "2025-06-30").registered("2025-12-01").employed("2026-03-09"));
        residents.put("newcomer of 17, hired and registered yesterday",
                Life.of().born("2009-05-30").registered("2026-11-22").employed("2026-11-22"));
        return residents;
    }

    private static Map<String, Object> explained(Life life) {
        var explained = new LinkedHashMap<String, Object>();
        for (var language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            var facts = life.facts();
            var whole = Explainer.explain(POLICY, Engine.score(POLICY, facts, DATE), facts, language);
            explained.put(language.toLanguageTag(), new Explanation(whole.policy(), whole.date(), whole.total(), whole.threshold(),
                    whole.missing(),
                    whole.standing(), whole.summary(), whole.blocks(), whole.lines().stream().filter(line -> TRUNK.contains(line.code())).toList()));
        }
        return explained;
    }

    @Test
    void the_trunk_lines_of_three_residents_read_as_agreed() throws IOException {
        var actual = new LinkedHashMap<String, Object>();
        residents().forEach((who, life) -> actual.put(who, explained(life)));
        var text = MAPPER.writeValueAsString(actual) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }
}
