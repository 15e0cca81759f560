package org.xinju.points.policy;

/** Which facts are looked at on a date, by when they held. A fact that begins after the date is never looked at. */
public sealed interface Window {

    /** Every fact that has begun, also one that has ended. */
    record Ever() implements Window {}

    /** Facts that hold on the date. */
    record Current() implements Window {}

    /** Facts that began in the calendar year of the date; yearly lists, ratings and awards. */
    record CalendarYear() implements Window {}

    /**
     * Facts from {@code months} back, the corresponding day included (Civil Code art. 202).
     *
     * @param months 1 or more
     * @param from what the months are counted from; with {@link Anchor#END} a fact that has not ended counts
     */
    record LookBack(int months, Anchor from) implements Window {}

    /** The day of a fact that a look-back counts from. */
    enum Anchor { START, END }
}
