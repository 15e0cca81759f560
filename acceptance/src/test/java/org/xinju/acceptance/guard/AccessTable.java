package org.xinju.acceptance.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/access.md}: who may do what, as people read it. */
final class AccessTable {

    /** The answer is given, and shows what is asked for. */
    static final String YES = "yes";
    /** The answer is given, and shows nothing of the record. */
    static final String NOTHING = "nothing";

    private static final String ROLE_REFUSED = "403";
    private static final String EVERYONE = "everyone";
    private static final String ANYBODY = "anybody";
    private static final List<String> STAFF = List.of("grid-worker", "grid-leader", "district-chief", "command-room");
    private static final int CELLS = 5;

    private final List<Line> lines;

    private AccessTable(List<Line> lines) {
        this.lines = List.copyOf(lines);
        for (var n = 0; n < lines.size(); n++) {
            var line = lines.get(n);
            if (!line.isSound() || lines.subList(0, n).stream().anyMatch(line::repeats)) {
                throw new IllegalArgumentException("the table contradicts itself in " + line);
            }
        }
    }

    /** Places from which something is allowed. */
    enum Reach {
        ANYWHERE(EnumSet.allOf(Position.class)),
        AREAS(EnumSet.of(Position.GRID, Position.DISTRICT, Position.SUBDISTRICT)),
        DISTRICT(EnumSet.of(Position.DISTRICT, Position.SUBDISTRICT)),
        UNIT(EnumSet.of(Position.UNIT)),
        OWN(EnumSet.of(Position.OWN)),
        NEVER(EnumSet.noneOf(Position.class));

        private final Set<Position> positions;

        Reach(Set<Position> positions) {
            this.positions = positions;
        }
    }

    private record Line(String call, Set<String> who, Reach where, String there, String elsewhere) {

        private static final String REFUSAL = "4\\d\\d";

        /** An answer for each of the two places that there is, and none for one that there is not. */
        boolean isSound() {
            return there.matches(where == Reach.NEVER ? "" : YES + "|" + REFUSAL)
                    && elsewhere.matches(where == Reach.ANYWHERE ? "" : NOTHING + "|" + REFUSAL);
        }

        boolean repeats(Line other) {
            return call.equals(other.call) && where == other.where && !Collections.disjoint(who, other.who);
        }

        boolean concerns(Visitor visitor) {
            return who.contains(EVERYONE) || !visitor.isAnonymous() && (who.contains(ANYBODY) || who.contains(visitor.role()));
        }

        boolean reaches(Visitor visitor) {
            return where.positions.contains(visitor.position());
        }
    }

    static AccessTable read(Path page) {
        try {
            return of(Files.readAllLines(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if a line contradicts itself or another */
    static AccessTable of(List<String> page) {
        var lines = new ArrayList<Line>();
        var call = "";
        for (var text : page) {
            var cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() == CELLS + 2 && !cells.get(1).equals("Call") && !cells.get(1).startsWith("-")) {
                call = cells.get(1).isEmpty() ? call : cells.get(1);
                lines.add(new Line(call, who(cells.get(2)), Reach.valueOf(cells.get(3).toUpperCase(Locale.ROOT)), cells.get(4), cells.get(5)));
            }
        }
        return new AccessTable(lines);
    }

    private static Set<String> who(String cell) {
        return Arrays.stream(cell.split(", *")).flatMap(name -> name.equals("staff") ? STAFF.stream() : Stream.of(name)).collect(Collectors.toSet());
    }

    Set<String> roles() {
        return lines.stream().flatMap(line -> line.who().stream()).filter(name -> !name.equals(EVERYONE) && !name.equals(ANYBODY)).collect(Collectors.toSet());
    }

    /** Calls that are answered to everybody, and show something to some only. */
    Set<String> hiding() {
        return lines.stream().filter(line -> line.elsewhere().equals(NOTHING)).map(Line::call).collect(Collectors.toSet());
    }

    /** In the order of the page. */
    Set<String> calls() {
        return lines.stream().map(Line::call).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@link #YES}, {@link #NOTHING} or the status of the refusal. */
    String expected(String call, Visitor visitor) {
        var concerning = lines.stream().filter(line -> line.call().equals(call) && line.concerns(visitor)).toList();
        if (concerning.isEmpty()) {
            return visitor.isAnonymous() ? "401" : ROLE_REFUSED;
        }
        var there = concerning.stream().filter(line -> line.reaches(visitor)).map(Line::there).toList();
        return there.contains(YES) ? YES : there.stream().findFirst().orElseGet(() -> concerning.getFirst().elsewhere());
    }
}
