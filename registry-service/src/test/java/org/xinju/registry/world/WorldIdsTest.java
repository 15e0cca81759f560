package org.xinju.registry.world;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.xinju.registry.area.Area;
import org.xinju.registry.area.AreaCsv;

import static org.assertj.core.api.Assertions.assertThat;

/** Values that a copy of the formulas in another service is checked against; they were worked out by another program. */
class WorldIdsTest {

    @Test
    void ids_and_places_follow_from_seed_and_index() {
        assertThat(WorldIds.resident(1, 0)).isEqualTo("716b3b3d-5aa1-8e9f-9bb2-c69188c42822");
        assertThat(WorldIds.resident(330_206_004, 149_999)).isEqualTo("a9e8149d-6af4-86e8-9b69-44f56ebcb9d2");
        assertThat(WorldIds.dwelling(1, 0)).isEqualTo("a8477ea3-e9f6-89aa-a4b4-b0dcc7af0a81");
        assertThat(WorldIds.landlord(1, 0)).isEqualTo("819d9326-8f6c-8c2f-85b0-eebc7947b08a");
        assertThat(IntStream.range(0, 60).map(i -> WorldIds.gridOf(1, i * 5))).containsExactly(27, 36, 117, 26, 17, 77, 54, 49, 98, 5, 117, 109, 120, 111, 52, 55, 55, 33, 28, 58, 54, 32, 100, 27, 29, 123, 52, 64, 28, 90,
                46, 101, 53, 23, 104, 117, 52, 131, 23, 54, 26, 52, 53, 28, 54, 65, 107, 52, 82, 67, 122, 54, 28, 8, 33, 32, 112, 55, 27, 46);
        assertThat(WorldIds.enterprise(0)).isEqualTo("91990206W00000003D");
        assertThat(WorldIds.enterprise(3)).isEqualTo("92990206W00000038W");
    }

    @Test
    void the_grids_are_those_of_dagi() {
        var grids = AreaCsv.dagi().stream().filter(area -> area.level() == Area.Level.GRID).map(Area::id);
        assertThat(IntStream.range(0, WorldIds.GRIDS).mapToObj(WorldIds::gridId)).containsExactlyInAnyOrderElementsOf(grids.toList());
        assertThat(IntStream.range(0, 30_000).map(d -> WorldIds.gridOfDwelling(1, d)).distinct().count()).as("every grid has people").isEqualTo(WorldIds.GRIDS);
    }
}
