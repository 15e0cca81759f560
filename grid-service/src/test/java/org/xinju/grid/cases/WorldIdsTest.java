package org.xinju.grid.cases;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The test values of registry-service: both must know the same people. */
class WorldIdsTest {

    @Test
    void ids_and_grids_are_those_of_the_registry() {
        assertThat(WorldIds.resident(1, 0)).isEqualTo("716b3b3d-5aa1-8e9f-9bb2-c69188c42822");
        assertThat(WorldIds.resident(330_206_004, 149_999)).isEqualTo("a9e8149d-6af4-86e8-9b69-44f56ebcb9d2");
        assertThat(IntStream.range(0, 12).mapToObj(i -> WorldIds.grid(1, i * 5))).containsExactly("G028", "G037", "G118", "G027", "G018", "G078", "G055", "G050",
                "G099", "G006", "G118", "G110");
    }
}
