package org.xinju.acceptance.crash.agent;

/** What may happen to a process and must do no harm. */
public enum Fault {

    NONE,
    /** The store does what it is asked, and one answer in twelve is lost on the way. */
    ANSWERS_LOST,
    /** One event in four takes a second to be worked off. */
    SLOW
}
