package org.xinju.registry.area;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Addresses as people write them, in the areas of Dagi. */
class AddressResolverTest {

    static List<Area> dagi() {
        try (var csv = new InputStreamReader(Objects.requireNonNull(AddressResolverTest.class.getResourceAsStream("/areas/dagi.csv")),
                StandardCharsets.UTF_8)) {
            return AreaCsv.read(csv, refusal -> {
                throw new AssertionError(refusal);
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final AddressResolver resolver = new AddressResolver(new AreaTree(dagi(), LocalDate.of(2026, 11, 23)));

    @ParameterizedTest
    @CsvSource({"高田王 1号 306室, G001", "高田王10号, G001", "高田王 11号, G002", "高田王村 23号 306室, G003", "大碶街道高田王村23号, G003",
        "浙江省宁波市北仑区大碶街道高田王 40号, G004", "宁波北仑大碶高田王２３号, G003", "高田王 200号, G004", "学苑 5幢 101, G053", "学苑社区 15栋, G054"})
    void a_house_number_inside_a_range_gives_the_grid(String address, String grid) {
        var found = resolver.resolve(address);
        assertThat(found.grid()).isTrue();
        assertThat(found.area().id()).isEqualTo(grid);
    }

    @ParameterizedTest
    @CsvSource({"高田王 201号, C001", "高田王 0号, C001", "高田王, C001", "高田王老年活动室对面, C001", "学苑 999幢, C019", "高田王 23弄, C001",
        "灵峰片区 3号, PQ02", "大碶街道, 330206004", "镇海区庄市街道 1号, 330206004", "'', 330206004", "23号, 330206004"})
    void what_is_not_certain_stays_with_the_lowest_certain_area_and_is_never_guessed(String address, String area) {
        var found = resolver.resolve(address);
        assertThat(found.grid()).isFalse();
        assertThat(found.area().id()).isEqualTo(area);
    }

    @Test
    void every_number_of_every_range_leads_to_its_own_grid() {
        var tree = new AreaTree(dagi(), LocalDate.of(2026, 11, 23));
        var grids = tree.all().stream().filter(area -> area.level() == Area.Level.GRID).toList();
        assertThat(grids).hasSize(143).allSatisfy(grid -> assertThat(grid.ranges()).isNotEmpty());
        for (var grid : grids) {
            var community = tree.get(tree.parent(grid.id()).orElseThrow());
            for (var range : grid.ranges()) {
                for (var number : List.of(range.from(), range.to())) {
                    var address = community.name() + " " + range.street() + number + range.unit() + " 101室";
                    assertThat(resolver.resolve(address).area().id()).as(address).isEqualTo(grid.id());
                }
            }
        }
    }

    @Test
    void the_tree_of_dagi_is_complete() {
        var tree = new AreaTree(dagi(), LocalDate.of(2026, 11, 23));
        assertThat(tree.roots()).extracting(Area::id).containsExactly("330206004");
        assertThat(tree.children("330206004")).hasSize(11);
        assertThat(tree.all()).filteredOn(Area::isCommunity).hasSize(49);
        assertThat(tree.within("G001")).containsExactly("330206004", "PQ01", "C001", "G001");
        assertThat(tree.path("G001")).isEqualTo("330206004/PQ01/C001/G001");
    }
}
