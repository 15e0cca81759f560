package org.xinju.points.quota;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import org.xinju.events.Change;
import org.xinju.points.quota.AwardYear.AwardYearEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** No more have a place than there are places. */
class AwardYearTest {

    private static final BigDecimal SHARE = new BigDecimal("0.01");

    private static AwardYear of(int counted) {
        return AwardYear.of(counted, SHARE, List.of());
    }

    private static AwardYear accepted(Change<AwardYear, AwardYearEvent> change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return ((Change.Accepted<AwardYear, AwardYearEvent>) change).state();
    }

    private static void refused(Change<AwardYear, AwardYearEvent> change, String rule) {
        assertThat(change).isInstanceOfSatisfying(Change.Rejected.class,
                no -> assertThat(((Change.Rejected<?, ?>) no).rejection().rule().code()).isEqualTo(rule));
    }

    @Test
    void a_hundredth_of_the_people_and_parts_of_a_place_are_none() {
        assertThat(of(2200).places()).isEqualTo(22);
        assertThat(of(299).places()).isEqualTo(2);
        assertThat(of(99).places()).isZero();
        refused(of(99).take("a", "c"), "award-year-full");
    }

    @Test
    void who_takes_twice_has_the_same_place_and_a_free_place_goes_to_the_next() {
        var one = accepted(of(200).take("a", "c-1"));
        assertThat(one.take("a", "c-1")).isInstanceOf(Change.Unchanged.class);
        var two = accepted(one.take("b", "c-2"));
        refused(two.take("d", "c-3"), "award-year-full");
        var three = accepted(accepted(two.giveBack("c-1")).take("d", "c-3"));
        assertThat(three.of("c-3").orElseThrow().number()).isEqualTo(1);
        assertThat(three.giveBack("c-1")).isInstanceOf(Change.Unchanged.class);
    }

    @Test
    void nobody_loses_a_place_by_another_number() {
        var two = accepted(accepted(of(200).take("a", "c-1")).take("b", "c-2"));
        refused(two.set(199, SHARE), "award-year-too-few");
        assertThat(accepted(two.set(300, SHARE)).places()).isEqualTo(3);
        assertThat(two.set(200, SHARE)).isInstanceOf(Change.Unchanged.class);
    }

    @Property
    void whatever_is_taken_and_given_back_every_place_has_one_holder_and_none_lies_beyond(@ForAll @IntRange(max = 900) int counted,
            @ForAll @Size(max = 60) List<@IntRange(max = 12) Integer> acts) {
        var year = of(counted);
        for (var act : acts) {
            var change = act % 3 == 0 ? year.giveBack("c-" + act / 3) : year.take("a-" + act, "c-" + act);
            year = change instanceof Change.Accepted<AwardYear, AwardYearEvent>(var state, _) ? state : year;
            var numbers = new ArrayList<>(year.taken().stream().map(AwardYear.Place::number).toList());
            assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number >= 1 && number <= counted / 100);
            assertThat(year.taken()).extracting(AwardYear.Place::confirmation).doesNotHaveDuplicates();
        }
    }
}
