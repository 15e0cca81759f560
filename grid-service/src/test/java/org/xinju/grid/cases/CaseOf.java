package org.xinju.grid.cases;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xinju.calendar.WorkingCalendar;
import org.xinju.events.Change;
import org.xinju.grid.clock.CaseClock;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.clock.WorkingTime;
import org.xinju.grid.loop.Actor;
import org.xinju.grid.loop.Loop;
import org.xinju.grid.loop.LoopReader;
import org.xinju.grid.unit.Level;
import org.xinju.grid.unit.Unit;
import org.xinju.privacy.Sealed;
import org.xinju.web.Caller;
import org.xinju.web.Role;

/** Cases and the people around them, for tests of rules. */
final class CaseOf {

    static final Loop LOOP = LoopReader.dagi();
    static final WorkingTime WORKING = new WorkingTime(WorkingCalendar.china());
    static final Moves MOVES = new Moves(LOOP, WORKING);
    static final List<String> WITHIN = List.of("330206004", "PQ01", "C001", "G001");
    static final Sealed TEXT = new Sealed("c2VhbGVk");
    static final Unit FIRE = new Unit("DEP-FIRE", Level.DEPARTMENT, List.of());
    static final Unit DISTRICT = new Unit("PQ01", Level.DISTRICT, List.of("330206004", "PQ01"));

    private CaseOf() {}

    static Case reported(Severity severity, Instant at) {
        var report = new Step(null, "REPORTED", at, Actor.REPORTER, null, null, null, null, null, List.of(), null, null);
        return new Case("DG-20261125-00017", "0001-x", "REPORTED", true, "hazard.fire", severity, Openness.NAMED, new Case.Place("G001", WITHIN, null),
                new Reporter(ReporterKind.RESIDENT, "r1"), null, TEXT, Level.GRID, null, null,
                CaseClock.started(LOOP.limits(severity), at, WORKING), null, null, at, null, 0, List.of(report));
    }

    static Caller staff(String name, Role role, String area) {
        return new Caller("test", name, Set.of(role), Set.of(area));
    }

    static Caller worker(String name) {
        return staff(name, Role.GRID_WORKER, "G001");
    }

    static Caller commandRoom() {
        return staff("room", Role.COMMAND_ROOM, "330206004");
    }

    static Caller fireman(String name) {
        return staff(name, Role.DEPARTMENT, "DEP-FIRE");
    }

    static Caller resident() {
        return new Caller("test", "resident", Set.of(Role.RESIDENT), Set.of());
    }

    static Given given() {
        return new Given(null, TEXT, TEXT, List.of(), 5, null, null);
    }

    static Given to(Unit unit) {
        return new Given(unit, TEXT, null, List.of(), null, null, null);
    }

    static Given answer(boolean answer) {
        return new Given(null, TEXT, null, List.of(), null, answer, null);
    }

    static Given graded(@Nullable Severity severity) {
        return new Given(null, null, null, List.of(), null, null, severity);
    }

    static Change<Case, CaseEvent> move(Case one, Caller caller, String path, Given given, Instant at) {
        var isReporter = caller.subject().equals("resident");
        return MOVES.move(one, path, given, Standing.of(one, caller, isReporter), at);
    }

    /** The case after a step that is accepted. */
    static Case after(Case one, Caller caller, String path, Given given, Instant at) {
        return switch (move(one, caller, path, given, at)) {
            case Change.Accepted<Case, CaseEvent>(var state, _) -> state;
            case Change.Rejected<Case, CaseEvent>(var refusal) -> throw new AssertionError(path + " was refused: " + refusal);
            case Change.Unchanged<Case, CaseEvent> _ -> throw new AssertionError(path + " changed nothing");
        };
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
