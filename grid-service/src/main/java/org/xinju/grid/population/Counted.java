package org.xinju.grid.population;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where somebody counts, and as what.
 *
 * @param area empty for somebody who counts nowhere
 */
record Counted(String area, Presence presence) {

    static final Counted NOWHERE = new Counted("", Presence.ABSENT);

    /** The areas whose numbers a change from this to the next touches. */
    List<String> touched(Counted next) {
        return equals(next) ? List.of() : Stream.of(area, next.area).filter(id -> !id.isEmpty()).distinct().toList();
    }
}
