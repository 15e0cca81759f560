package org.xinju.grid.clock;

/** What the clock of a case shows, from good to bad. */
public enum Colour {

    /** In time. */
    GREEN,
    /** Four fifths of the time are used. */
    YELLOW,
    /** The deadline has come. */
    RED
}
