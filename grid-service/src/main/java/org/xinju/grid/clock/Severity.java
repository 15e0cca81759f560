package org.xinju.grid.clock;

/** How grave a case is; how long it may take then is said by its {@link Limits}. */
public enum Severity {

    /** Danger at this moment. Emergencies go to 110, 119, 120 or 122 at once, not here. */
    URGENT,
    GRAVE,
    GENERAL,
    /** Needs several units or much time. */
    COMPLEX
}
