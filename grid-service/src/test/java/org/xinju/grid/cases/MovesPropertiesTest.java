package org.xinju.grid.cases;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import org.xinju.events.Change;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.loop.Act;
import org.xinju.grid.loop.Transition;
import org.xinju.grid.unit.Unit;
import org.xinju.web.Caller;
import org.xinju.web.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Whatever anybody tries in whatever order, a case stays in the loop. */
class MovesPropertiesTest {

    private static final List<Caller> PEOPLE = List.of(CaseOf.worker("wang"), CaseOf.worker("li"), CaseOf.commandRoom(), CaseOf.fireman("zhao"),
            CaseOf.resident(), CaseOf.staff("chief", Role.DISTRICT_CHIEF, "PQ01"), CaseOf.staff("stranger", Role.GRID_WORKER, "G014"),
            CaseOf.staff("police", Role.DEPARTMENT, "DEP-SECURITY"));

    record Try(Caller who, String path, Unit unit, boolean answer, int minutesLater) {}

    @Provide
    Arbitrary<Try> tries() {
        var paths = CaseOf.LOOP.transitions().stream().map(Transition::path).distinct().toList();
        return Combinators.combine(Arbitraries.of(PEOPLE), Arbitraries.of(paths), Arbitraries.of(CaseOf.FIRE, CaseOf.DISTRICT),
                Arbitraries.of(true, false), Arbitraries.integers().between(0, 3000)).as(Try::new);
    }

    @Property(tries = 500)
    void a_case_only_takes_steps_that_were_possible_for_that_caller(@ForAll @Size(max = 60) List<@net.jqwik.api.From("tries") Try> tries) {
        var at = CaseOf.at("2026-11-02T09:00");
        var one = CaseOf.reported(Severity.COMPLEX, at);
        for (var attempt : tries) {
            at = at.plus(Duration.ofMinutes(attempt.minutesLater()));
            var standing = Standing.of(one, attempt.who(), attempt.who().subject().equals("resident"));
            var possible = CaseOf.MOVES.possible(one, standing, at);
            switch (CaseOf.move(one, attempt.who(), attempt.path(), given(attempt), at)) {
                case Change.Accepted<Case, CaseEvent>(var after, var events) -> {
                    var before = one;
                    assertThat(possible).anyMatch(t -> t.path().equals(attempt.path()) && (t.to() == null ? before.state() : t.to()).equals(after.state()));
                    check(before, after, events);
                    one = after;
                }
                case Change.Rejected<Case, CaseEvent>(var refusal) -> {
                    if (standing.none()) {
                        assertThat(refusal.rule()).isEqualTo(CaseRules.UNKNOWN);
                    }
                }
                case Change.Unchanged<Case, CaseEvent> _ -> fail("a step is never nothing");
            }
        }
    }

    /** From wherever chance has led a case, the people around it can bring it to an end. */
    @Property(tries = 200)
    void every_case_can_be_brought_to_an_end(@ForAll @Size(max = 40) List<@net.jqwik.api.From("tries") Try> tries) {
        var at = CaseOf.at("2026-11-02T09:00");
        var one = CaseOf.reported(Severity.GENERAL, at);
        for (var attempt : tries) {
            at = at.plus(Duration.ofMinutes(attempt.minutesLater()));
            one = CaseOf.move(one, attempt.who(), attempt.path(), given(attempt), at) instanceof Change.Accepted<Case, CaseEvent>(var after, _)
                    ? after : one;
        }
        for (var steps = 0; one.open(); steps++) {
            assertThat(steps).as(one.state()).isLessThan(10);
            one = forward(one, at);
        }
    }

    private static Case forward(Case one, java.time.Instant at) {
        for (var path : List.of("acceptances", "handlings", "feedbacks", "verifications", "closures")) {
            for (var who : PEOPLE) {
                if (CaseOf.move(one, who, path, new Given(null, CaseOf.TEXT, CaseOf.TEXT, List.of(), 3, true, null), at)
                        instanceof Change.Accepted<Case, CaseEvent>(var after, _)) {
                    return after;
                }
            }
        }
        throw new AssertionError("nobody can do anything with a case that is " + one.state() + " at " + one.unit());
    }

    private static void check(Case before, Case after, List<CaseEvent> events) {
        assertThat(after.steps()).hasSize(before.steps().size() + 1).startsWith(before.steps().toArray(Step[]::new));
        assertThat(after.open()).isEqualTo(!CaseOf.LOOP.ends(after.state()));
        assertThat(events).isNotEmpty();
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(after.clock().colour().compareTo(before.clock().colour()) > 0).isEqualTo(events.size() == 2);
        var act = after.steps().getLast().act();
        if (Set.of(Act.VERIFY, Act.FAIL).contains(act)) {
            assertThat(after.steps().getLast().by()).isNotEqualTo(before.handler());
        }
        if (after.state().equals("DISPATCHED") || after.state().equals("HANDLED")) {
            assertThat(after.unit()).isNotNull();
        }
        if (!after.open()) {
            assertThat(after.openScope()).isNull();
            assertThat(after.turnsAt()).isNull();
        }
    }

    private static Given given(Try attempt) {
        var unit = attempt.path().equals("dispatches") ? attempt.unit() : null;
        return new Given(unit, CaseOf.TEXT, CaseOf.TEXT, List.of(), 3, attempt.answer(), null);
    }
}
