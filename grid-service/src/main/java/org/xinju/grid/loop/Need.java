package org.xinju.grid.loop;

import java.util.Locale;

/** What is given with a step. */
public enum Need {
    UNIT, NOTE, PHOTOS, ANALYSIS, RATING, PASSED, APPROVED, SEVERITY;

    /** The field of the request. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
