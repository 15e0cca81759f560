package org.xinju.grid.area;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AreaTreeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Test
    void a_grid_lies_in_all_areas_above_it() {
        var tree = new AreaTree(List.of(area("G001", "C001"), area("C001", "PQ01"), area("PQ01", "S"), area("S", null)), DAY);
        assertThat(tree.within("G001")).containsExactly("S", "PQ01", "C001", "G001");
        assertThat(tree.below("PQ01")).extracting(Area::id).containsExactly("C001", "G001", "PQ01");
        assertThat(tree.tops()).containsExactly("S");
    }

    @Test
    void what_hangs_in_the_air_until_its_parent_comes_is_not_there() {
        var tree = new AreaTree(List.of(area("G001", "C001"), area("S", null)), DAY);
        assertThat(tree.find("G001")).isEmpty();
        assertThat(tree.within("G001")).isEmpty();
        assertThat(new AreaTree(List.of(area("A", "B"), area("B", "A")), DAY).tops()).isEmpty();
    }

    @Test
    void a_grid_that_moves_lies_elsewhere_from_that_day() {
        var moved = new Area("G001", "GRID", "一网格", List.of(new Area.Placement("C001", DAY.minusYears(1), DAY.minusDays(1)),
                new Area.Placement("C002", DAY, null)));
        var all = List.of(moved, area("C001", "S"), area("C002", "S"), area("S", null));
        assertThat(new AreaTree(all, DAY.minusDays(1)).within("G001")).containsExactly("S", "C001", "G001");
        assertThat(new AreaTree(all, DAY).within("G001")).containsExactly("S", "C002", "G001");
    }

    private static Area area(String id, @Nullable String parent) {
        return new Area(id, id.startsWith("G") ? "GRID" : "VILLAGE", id, List.of(new Area.Placement(parent, DAY.minusYears(5), null)));
    }
}
