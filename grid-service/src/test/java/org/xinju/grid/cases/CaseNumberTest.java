package org.xinju.grid.cases;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CaseNumberTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Test
    void a_number_says_the_day_and_is_the_same_for_the_same_case() {
        assertThat(CaseNumber.of("a", DAY, 0)).matches("DG-20261125-\\d{5}").isEqualTo(CaseNumber.of("a", DAY, 0))
                .isNotEqualTo(CaseNumber.of("b", DAY, 0)).isNotEqualTo(CaseNumber.of("a", DAY, 1));
    }

    @Test
    void later_attempts_give_longer_numbers_so_that_no_day_runs_out() {
        assertThat(CaseNumber.of("a", DAY, 4)).matches("DG-20261125-\\d{6}");
        assertThat(CaseNumber.of("a", DAY, 400)).matches("DG-20261125-\\d{12}");
    }

    @Test
    void a_hundred_thousand_cases_of_one_day_all_find_a_number_within_a_few_attempts() {
        var taken = new HashSet<String>();
        var most = 0;
        for (var i = 0; i < 100_000; i++) {
            var id = UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)}).toString();
            var attempt = 0;
            while (!taken.add(CaseNumber.of(id, DAY, attempt))) {
                attempt++;
            }
            most = Math.max(most, attempt);
        }
        assertThat(taken).hasSize(100_000);
        assertThat(most).isLessThan(12);
    }
}
