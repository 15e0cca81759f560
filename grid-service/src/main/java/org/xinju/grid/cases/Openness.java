package org.xinju.grid.cases;

/** What staff learn of the reporter. */
enum Openness {
    /** Who it is. */
    NAMED,
    /** Nothing; messages reach the reporter all the same. */
    CONFIDENTIAL,
    /** Nothing, and nothing is kept. */
    ANONYMOUS
}
