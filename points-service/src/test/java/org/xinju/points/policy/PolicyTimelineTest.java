package org.xinju.points.policy;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.xinju.points.Editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which version holds on which day. */
class PolicyTimelineTest {

    private static final PolicyVersion FIRST = PublishedPolicies.dgDefault();
    private static final PolicyVersion SECOND = Editions.version(2, "2027-01-01", _ -> {});
    private static final PolicyVersion THIRD = Editions.version(3, "2028-07-01", _ -> {});
    private static final PolicyTimeline TIMELINE = new PolicyTimeline(List.of(THIRD, FIRST, SECOND));

    @Test
    void a_version_holds_from_its_first_day_until_the_next_takes_over() {
        assertThat(TIMELINE.inForce(LocalDate.parse("2026-12-31"))).isEqualTo(FIRST);
        assertThat(TIMELINE.inForce(LocalDate.parse("2027-01-01"))).isEqualTo(SECOND);
        assertThat(TIMELINE.inForce(LocalDate.parse("2028-06-30"))).isEqualTo(SECOND);
        assertThat(TIMELINE.inForce(LocalDate.parse("2099-01-01"))).isEqualTo(THIRD);
        assertThat(TIMELINE.inForce(LocalDate.parse("1999-01-01"))).as("before all of them").isEqualTo(FIRST);
    }

    @Test
    void each_knows_the_one_that_takes_over() {
        assertThat(TIMELINE.after(FIRST.reference())).contains(SECOND);
        assertThat(TIMELINE.after(SECOND.reference())).contains(THIRD);
        assertThat(TIMELINE.after(THIRD.reference())).isEmpty();
        assertThatThrownBy(() -> TIMELINE.after(new PolicyReference("DG-DEFAULT", 9))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PolicyTimeline(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
