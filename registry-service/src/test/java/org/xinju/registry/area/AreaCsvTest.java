package org.xinju.registry.area;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.events.Rejection;

import static org.assertj.core.api.Assertions.assertThat;

/** Areas in and out as CSV. */
class AreaCsvTest {

    private static final String HEAD = "id,parent,level,code,name,aliases,madeUp,from,until,ranges\n";

    private final List<Rejection> refusals = new ArrayList<>();

    private List<Area> read(String lines) {
        return AreaCsv.read(new StringReader(HEAD + lines), refusals::add);
    }

    private List<String> rules() {
        return refusals.stream().map(refusal -> refusal.rule().code()).toList();
    }

    @Test
    void what_is_written_is_read_again() {
        var dagi = AddressResolverTest.dagi();
        assertThat(AreaCsv.read(new StringReader(AreaCsv.write(dagi)), refusals::add)).isEqualTo(dagi);
        assertThat(refusals).isEmpty();
    }

    @Test
    void a_grid_that_moved_belonged_where_it_was() {
        var areas = read("""
                T,,SUB_DISTRICT,,顶,,true,2020-01-01,,
                A,T,DISTRICT,,甲,,true,2020-01-01,,
                B,T,DISTRICT,,乙,,true,2020-01-01,,
                G,A,GRID,,格,,true,2020-01-01,2026-06-30,1-9号
                G,B,GRID,,格,,true,2026-07-01,,1-9号
                """);
        assertThat(refusals).isEmpty();
        assertThat(new AreaTree(areas, LocalDate.of(2026, 6, 30)).within("G")).containsExactly("T", "A", "G");
        assertThat(new AreaTree(areas, LocalDate.of(2026, 7, 1)).within("G")).containsExactly("T", "B", "G");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"T,,PLANET,,顶,,true,2020-01-01,, | area-csv-line", "T,,SUB_DISTRICT,,,,true,2020-01-01,, | area-csv-line",
        "T,,SUB_DISTRICT,,顶,,true,2020-13-01,, | area-csv-line", "T,,SUB_DISTRICT,,顶,,true | area-csv-line",
        "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,9-1号 | area-csv-line", "a b,,SUB_DISTRICT,,顶,,true,2020-01-01,, | area-csv-line",
        "T,X,SUB_DISTRICT,,顶,,true,2020-01-01,, | area-tree", "T,T,SUB_DISTRICT,,顶,,true,2020-01-01,, | area-tree"})
    void a_bad_line_is_refused(String line, String rule) {
        read(line + "\n");
        assertThat(rules()).contains(rule);
    }

    /** Whoever opens the export in a spreadsheet would have it carried out. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"T,,SUB_DISTRICT,,=HYPERLINK(1),,true,2020-01-01,, ! name", "T,,SUB_DISTRICT,+1,顶,,true,2020-01-01,, ! code",
        "T,,SUB_DISTRICT,,\" =1+1\",,true,2020-01-01,, ! name", "T,,SUB_DISTRICT,,顶,|@SUM(1),true,2020-01-01,, ! aliases",
        "T,,SUB_DISTRICT,,＝1+1,,true,2020-01-01,, ! name", "T,,SUB_DISTRICT,,顶,,true,2020-01-01,,-1号 ! ranges"})
    void what_a_spreadsheet_takes_for_a_formula_is_refused(String line, String column) {
        read(line + "\n");
        assertThat(refusals).first().satisfies(refusal -> {
            assertThat(refusal.rule()).isEqualTo(AreaCsv.FORMULA);
            assertThat(refusal.arguments()).contains(column);
        });
    }

    @Test
    void placements_that_overlap_are_refused() {
        read("T,,SUB_DISTRICT,,顶,,true,2020-01-01,,\nG,T,GRID,,格,,true,2020-01-01,2026-07-01,1-9号\nG,T,GRID,,格,,true,2026-07-01,,1-9号\n");
        assertThat(rules()).contains("area-placements");
    }

    @Test
    void another_file_is_refused_as_a_whole() {
        assertThat(AreaCsv.read(new StringReader("name,age\nx,1\n"), refusals::add)).isEmpty();
        assertThat(rules()).containsExactly("area-csv-header");
        refusals.clear();
        assertThat(AreaCsv.read(new StringReader(""), refusals::add)).isEmpty();
        assertThat(rules()).containsExactly("area-csv-header");
    }
}
