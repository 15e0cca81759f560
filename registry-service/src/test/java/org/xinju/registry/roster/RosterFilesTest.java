package org.xinju.registry.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files as offices really send them. "Today" is 2026-11-23. */
class RosterFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void every_row_of_the_messy_file_gets_the_expected_verdict() throws IOException {
        var expected = new String(bytes("messy.expected.csv"), StandardCharsets.UTF_8).lines().skip(1)
                .map(line -> line.split(",", -1)).map(c -> c[0] + "," + c[1] + "," + c[2]).toList();
        assertThat(verdicts("messy.xlsx").stream().map(RosterFilesTest::brief)).containsExactlyElementsOf(expected);
    }

    @Test
    void all_two_hundred_of_the_clean_file_are_accepted() {
        assertThat(verdicts("clean.xlsx")).hasSize(200).allMatch(v -> v.outcome() == Verdict.Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forty.xls", "forty.xlsx", "forty-gbk.csv", "forty-utf8-bom.csv", "forty-utf8.csv"})
    void forty_people_are_the_same_in_every_dress(String file) {
        assertThat(verdicts(file)).hasSize(40).allMatch(Verdict::accepted);
        assertThat(hires(file)).isEqualTo(hires("forty-utf8.csv"));
    }

    @ParameterizedTest
    @CsvSource({"empty.xlsx,roster-empty", "truncated.xlsx,roster-damaged", "a-picture.xlsx,roster-not-a-table", "no-roster.xlsx,roster-no-header"})
    void what_is_no_roster_is_refused_with_one_reason(String file, String code) {
        assertThat(RosterReader.read(bytes(file))).isInstanceOfSatisfying(RosterFile.NotARoster.class,
                refused -> assertThat(refused.reason().rule().code()).isEqualTo(code));
    }

    @Test
    void other_sheets_are_named_as_ignored() {
        assertThat(((RosterFile.Roster) RosterReader.read(bytes("messy.xlsx"))).ignoredSheets()).hasSize(1);
    }

    @Test
    void a_header_without_the_hire_date_says_which_column_is_missing() {
        var csv = "姓名,身份证号\n张三,990206198801010028\n".getBytes(StandardCharsets.UTF_8);
        assertThat(((RosterFile.NotARoster) RosterReader.read(csv)).reason()).satisfies(reason -> {
            assertThat(reason.rule().code()).isEqualTo("roster-column-missing");
            assertThat(reason.arguments()).containsExactly("入职日期");
        });
    }

    @Test
    void a_damaged_file_never_breaks_the_reader() {
        var random = new Random(7);
        for (var file : List.of("messy.xlsx", "forty.xls", "forty-gbk.csv")) {
            for (var i = 0; i < 150; i++) {
                var bytes = bytes(file);
                for (var flips = random.nextInt(40); flips >= 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                if (RosterReader.read(bytes) instanceof RosterFile.Roster roster) {
                    assertThat(RosterJudge.judge(roster, TODAY)).hasSize(roster.rows().size());
                }
            }
        }
    }

    @Test
    void random_bytes_are_no_roster() {
        var random = new Random(11);
        for (var i = 0; i < 300; i++) {
            var bytes = new byte[1 + random.nextInt(4000)];
            random.nextBytes(bytes);
            assertThat(RosterReader.read(bytes)).isInstanceOf(RosterFile.NotARoster.class);
        }
    }

    private static List<Hire> hires(String file) {
        return verdicts(file).stream().map(Verdict::hire).toList();
    }

    private static List<Verdict> verdicts(String file) {
        return RosterJudge.judge((RosterFile.Roster) RosterReader.read(bytes(file)), TODAY);
    }

    private static String brief(Verdict verdict) {
        var field = verdict.findings().isEmpty() ? null : verdict.findings().getFirst().field();
        return verdict.row() + "," + verdict.outcome() + "," + (field == null ? "" : field);
    }

    static byte[] bytes(String file) {
        try (var in = RosterFilesTest.class.getResourceAsStream("/rosters/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
