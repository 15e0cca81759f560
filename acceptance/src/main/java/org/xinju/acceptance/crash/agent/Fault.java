package org.xinju.acceptance.crash.agent;

import java.time.Duration;

/** What may happen to a process and must do no harm. */
public enum Fault {

    NONE,
    /** The store does what it is asked, and one answer in twelve is lost on the way. */
    ANSWERS_LOST,
    /** One event in four takes a second to be worked off. */
    SLOW,
    /** Its counts begin {@link #LATE_MILLIS} after it has seen that something has to be counted anew. */
    LATE,
    /** Its clock goes ahead by {@link #CLOCK_OFF}, at once. */
    CLOCK_AHEAD,
    /** Its clock goes back by as much, at once. */
    CLOCK_BEHIND;

    /** Past every lease and hold. */
    static final Duration CLOCK_OFF = Duration.ofMinutes(20);

    /** More than from one look for what has to be counted to the next. */
    static final int LATE_MILLIS = 1_200;
}
