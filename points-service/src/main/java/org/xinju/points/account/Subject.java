package org.xinju.points.account;

import java.util.Comparator;

import org.xinju.points.engine.Line;

/**
 * What an entry is about: an indicator or a limit.
 *
 * @param kind whether it is an indicator, and if not, which limit
 * @param code code of the indicator, group or tier; {@link Line#TOTAL} for the whole
 */
public record Subject(Line.Kind kind, String code) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::kind).thenComparing(Subject::code);

    static Subject of(Line line) {
        return new Subject(line.kind(), line.subject());
    }

    /** Whether an indicator or its own limit; the two together are what the indicator counts. */
    boolean ofIndicator() {
        return kind == Line.Kind.INDICATOR || kind == Line.Kind.INDICATOR_CAP;
    }

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
