package org.xinju.points.confirmation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.xinju.calendar.WorkingCalendar;
import org.xinju.points.confirmation.Confirmation.Status;

/**
 * By when a department has to decide (domain.md 1.6): on a draft within ten working days, on an objection within five.
 *
 * @param day the last day that is in time
 * @param provisional whether it lies in a year whose holidays are not announced yet
 */
public record Deadline(LocalDate day, boolean provisional) {

    private static final int REVIEW = 10;
    private static final int RECHECK = 5;
    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");

    /** Empty where nothing waits for a decision. */
    public static Optional<Deadline> of(Confirmation one, WorkingCalendar calendar) {
        if (!one.waits()) {
            return Optional.empty();
        }
        var since = LocalDate.ofInstant(one.last().at(), NINGBO);
        var day = calendar.after(since, one.status() == Status.OBJECTED ? RECHECK : REVIEW);
        return Optional.of(new Deadline(day, !calendar.isAnnounced(day)));
    }
}
