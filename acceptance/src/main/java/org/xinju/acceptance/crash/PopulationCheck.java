package org.xinju.acceptance.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;

/** The numbers of people by area are those of the residents that are there. */
record PopulationCheck(RunningSystem system, Journal journal, Consumer<Finding> found) {

    private static final String ALL = "330206004";
    private static final int LOOKS = 50; // a tenth of a second apart: counted anew every half second

    /** @param plus more than there are people, in what was counted */
    private record Off(int plus, String of, String area) {}

    void check() {
        var off = off();
        for (var look = 0; look < LOOKS && !off.isEmpty(); look++) {
            Waiting.aMoment();
            off = off();
        }
        off.forEach(by -> found.accept(Finding.of(Finding.Kind.WRONG, "%+d %s are counted in %s", by.plus(), by.of(), by.area())));
    }

    private List<Off> off() {
        var off = new ArrayList<Off>();
        var counted = system.as("command-room", "grid-service").get("/api/grid/populations/" + ALL).body().path("counted");
        for (var state : List.of("REGISTERED", "PENDING")) {
            var people = new TreeMap<String, Integer>();
            counted.forEach(part -> people.put(part.path("area").asString(""), part.path(state.toLowerCase(Locale.ROOT)).asInt()));
            journal.residents().values().stream().filter(resident -> resident.state().equals(state))
                    .forEach(resident -> people.merge(resident.area(), -1, Integer::sum));
            people.forEach((area, plus) -> {
                if (plus != 0) {
                    off.add(new Off(plus, state, area));
                }
            });
        }
        return off;
    }
}
