package org.xinju.privacy.access;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChainNamesTest {

    private final ChainNames names = new ChainNames("grid:service");

    @Test
    void a_name_says_whose_it_is_and_sorts_by_the_day() {
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(names.next()).matches("grid-service\\.\\d{8}T\\d{6}\\.[0-9a-f]{16}").isGreaterThan(names.since(today.minusDays(1)))
                .isLessThan(names.since(today.plusDays(2)));
        assertThat(names.own(AccessEntry.id(names.next(), 1))).isTrue();
        assertThat(names.own("grid-service-2.20261125T101051.3fb7be58f160962d:000000000001")).isFalse();
    }

    @Test
    void a_day_that_no_calendar_of_ours_has_sorts_at_an_end() {
        assertThat(names.next()).isGreaterThan(names.since(LocalDate.MIN)).isLessThan(names.since(LocalDate.MAX));
    }
}
