package org.xinju.grid.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.Severity;
import org.xinju.grid.unit.Unit;
import org.xinju.privacy.Sealed;

/**
 * What is given with a step, checked and sealed.
 *
 * @param answer yes or no, where the step asks
 */
record Given(@Nullable Unit unit, @Nullable Sealed note, @Nullable Sealed analysis, List<String> photos, @Nullable Integer rating,
        @Nullable Boolean answer, @Nullable Severity severity) {

    Given {
        photos = List.copyOf(photos);
    }
}
