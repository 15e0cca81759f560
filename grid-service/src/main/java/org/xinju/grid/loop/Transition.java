package org.xinju.grid.loop;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.CaseClock;
import org.xinju.grid.unit.Level;

/**
 * A step that the loop allows.
 *
 * @param path last segment of its address: {@code /api/grid/cases/{id}/acceptances}
 * @param to null: the case stays where it is
 * @param levels of units that it may be given to; empty where nothing is given to anybody
 * @param answer where one path has two steps, that for yes or that for no; null elsewhere
 * @param told whether the reporter reads its note
 */
public record Transition(Act act, String path, String zh, String en, List<String> from, @Nullable String to, Set<Actor> by, Set<Level> levels,
        @Nullable Boolean answer, Set<Guard> guards, Set<Need> needs, Set<Need> may, CaseClock.Act clock, boolean told) {

    public Transition {
        from = copy(from);
        by = copy(by);
        levels = copy(levels);
        guards = copy(guards);
        needs = copy(needs);
        may = copy(may);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }

    public boolean takes(Need need) {
        return needs.contains(need) || may.contains(need);
    }

    /** What the file leaves out is empty. */
    private static <T> List<T> copy(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    private static <T extends Comparable<T>> Set<T> copy(@Nullable Set<T> values) {
        return Collections.unmodifiableSet(values == null ? new TreeSet<>() : new TreeSet<>(values));
    }
}
