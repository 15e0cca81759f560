package org.xinju.points.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import org.springframework.stereotype.Component;

import org.xinju.calendar.WorkingCalendar;
import org.xinju.points.confirmation.Confirmation;
import org.xinju.points.confirmation.Deadline;
import org.xinju.points.policy.PolicyVersion;

/** Shows confirmations: in the reader's language, with the reason opened, and with the day by which the department decides. */
@Component
class ConfirmationViews {

    private final Reasons reasons;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ConfirmationViews(Reasons reasons, WorkingCalendar calendar, Clock clock) {
        this.reasons = reasons;
        this.calendar = calendar;
        this.clock = clock;
    }

    ConfirmationView of(Confirmation one, PolicyVersion policy, Locale reader) {
        var last = one.last();
        var decision = Deadline.of(one, calendar).map(deadline ->
                new ConfirmationView.Due(deadline.day(), deadline.provisional(), LocalDate.now(clock).isAfter(deadline.day())));
        return new ConfirmationView(one.id(), one.indicator(), policy.indicatorName(one.indicator(), reader), one.department(),
                policy.departmentName(one.department(), reader), one.status(), last.claim(), last.at(), reasons.last(one), decision.orElse(null));
    }
}
