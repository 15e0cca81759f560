package org.xinju.acceptance.crash;

import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The harness proves itself: it finds every break of the protocol that is planted in a running system, and nothing where none is. Takes longer
 * than the tests may: run by {@code XINJU_CRASH=prove ./mvnw verify -pl acceptance -am}, or as {@code ./run crash --prove}.
 */
@EnabledIfEnvironmentVariable(named = "XINJU_CRASH", matches = "prove")
class PlantedBreaksIT {

    @Test
    void every_planted_break_is_found_and_nothing_where_nothing_is_broken() {
        var results = Proof.run(1, Set.of(), Path.of("target/running").toAbsolutePath(), System.out);

        assertThat(results).allSatisfy(result -> assertThat(result.isAsItShouldBe())
                .as("%s: %s", result.broken().words(), result.findings()).isTrue());
    }
}
