package org.xinju.grid.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;
import org.xinju.events.Rejection;
import org.xinju.grid.clock.CaseClock;
import org.xinju.grid.clock.Colour;
import org.xinju.grid.clock.WorkingTime;
import org.xinju.grid.loop.Act;
import org.xinju.grid.loop.Actor;
import org.xinju.grid.loop.Guard;
import org.xinju.grid.loop.Loop;
import org.xinju.grid.loop.Transition;
import org.xinju.grid.unit.Level;
import org.xinju.web.Role;

/** Decides the steps of a case by the loop. Pure. */
final class Moves {

    private final Loop loop;
    private final WorkingTime working;

    Moves(Loop loop, WorkingTime working) {
        this.loop = loop;
        this.working = working;
    }

    /** What somebody may do with a case now. */
    List<Transition> possible(Case one, Standing standing, Instant at) {
        return loop.from(one.state()).stream()
                .filter(t -> t.by().stream().anyMatch(standing.actors()::contains))
                .filter(t -> t.guards().stream().allMatch(guard -> holds(guard, one, standing, at)))
                .filter(t -> !isTooLong(one, t)).toList();
    }

    /**
     * @param path of the step, as in its address
     * @param given has what the steps of this path need
     */
    Change<Case, CaseEvent> move(Case one, String path, Given given, Standing standing, Instant at) {
        if (standing.none()) {
            return Change.rejected(CaseRules.UNKNOWN);
        }
        var mine = loop.at(path).stream().filter(t -> t.answer() == null || t.answer().equals(given.answer()))
                .filter(t -> t.by().stream().anyMatch(standing.actors()::contains)).toList();
        if (mine.isEmpty()) {
            return Change.rejected(CaseRules.NOT_YOURS, path);
        }
        var now = mine.stream().filter(t -> t.from().contains(one.state())).toList();
        if (now.isEmpty()) {
            return new Change.Rejected<>(notPossible(one, standing, at));
        }
        var unit = given.unit();
        var chosen = now.stream().filter(t -> unit == null || t.levels().contains(unit.level())).findFirst();
        if (chosen.isEmpty()) {
            return Change.rejected(CaseRules.UNIT_LEVEL, now.stream().flatMap(t -> t.levels().stream()).distinct().toList().toString());
        }
        var refused = refused(one, chosen.get(), given, standing, at);
        return refused != null ? new Change.Rejected<>(refused) : moved(one, chosen.get(), given, standing, at);
    }

    /** The clock looked at: yellow or red when the time has come. */
    Change<Case, CaseEvent> turn(Case one, Instant at) {
        var clock = one.clock().at(at, working);
        var turned = turned(one.clock(), clock);
        if (!one.open() || clock.equals(one.clock())) {
            return Change.unchanged(one);
        }
        return Change.of(one.at(clock), turned.isEmpty() ? new CaseEvent.ClockRevised(clock.due()) : turned.getFirst());
    }

    /** First the state, then what is possible now for this caller: paths. */
    private Rejection notPossible(Case one, Standing standing, Instant at) {
        var arguments = new ArrayList<Object>(List.of(one.state()));
        possible(one, standing, at).stream().map(Transition::path).distinct().forEach(arguments::add);
        return Rejection.of(CaseRules.NOT_POSSIBLE, arguments.toArray());
    }

    private @Nullable Rejection refused(Case one, Transition t, Given given, Standing standing, Instant at) {
        for (var guard : t.guards()) {
            if (!holds(guard, one, standing, at)) {
                return Rejection.of(guard.rule(), loop.windowDays());
            }
        }
        if (isTooLong(one, t)) {
            return Rejection.of(CaseRules.TOO_LONG, loop.mostSteps());
        }
        var unit = given.unit();
        var outside = unit != null && unit.level() != Level.DEPARTMENT && !one.place().within().contains(unit.code())
                && !standing.caller().covers(unit.within());
        return outside ? Rejection.of(CaseRules.UNIT_OUTSIDE).at("unit") : null;
    }

    private boolean isTooLong(Case one, Transition t) {
        return t.act().repeats() && one.steps().size() >= loop.mostSteps();
    }

    private boolean holds(Guard guard, Case one, Standing standing, Instant at) {
        return switch (guard) {
            case OTHER_THAN_HANDLER -> !standing.caller().signIn().equals(one.handler());
            case WINDOW -> one.closedAt() != null && at.isBefore(one.closedAt().plus(Duration.ofDays(loop.windowDays())));
            case NOT_RATED -> one.rating() == null;
            case EXTENDABLE -> one.extension() == null && loop.limits(one.severity()).extendedDays() != null;
            case EXTENSION_ASKED -> one.extension() != null && one.extension().approved() == null;
        };
    }

    private Change<Case, CaseEvent> moved(Case one, Transition t, Given given, Standing standing, Instant at) {
        var draft = one.draft();
        draft.state = Objects.requireNonNullElse(t.to(), one.state());
        draft.open = !loop.ends(draft.state);
        draft.clock = clock(one, t, given, at);
        var event = apply(draft, t.act(), given, standing, at);
        var events = new ArrayList<>(turned(one.clock(), draft.clock));
        events.add(event);
        return new Change.Accepted<>(draft.with(step(draft, t, given, standing, at)), events);
    }

    private CaseClock clock(Case one, Transition t, Given given, Instant at) {
        var severity = given.severity();
        if (t.act() == Act.ACCEPT && severity != null && severity != one.severity()) {
            return one.clock().regraded(loop.limits(severity), one.reportedAt(), at, working);
        }
        var limits = loop.limits(one.severity());
        return t.act() == Act.APPROVE_EXTENSION ? one.clock().extended(limits, at, working) : one.clock().after(t.clock(), limits, at, working);
    }

    /** What the act does to the case besides its state. */
    private CaseEvent apply(Draft draft, Act act, Given given, Standing standing, Instant at) {
        return switch (act) {
            case ACCEPT -> {
                draft.severity = Objects.requireNonNullElse(given.severity(), draft.severity);
                yield new CaseEvent.Accepted(draft.severity);
            }
            case REJECT -> new CaseEvent.Rejected();
            case WITHDRAW -> new CaseEvent.Withdrawn();
            case DISPATCH -> {
                var unit = Objects.requireNonNull(given.unit());
                draft.unit = unit.code();
                draft.level = unit.level();
                yield new CaseEvent.Dispatched(unit.code(), unit.level());
            }
            case RETURN -> {
                var from = unit(draft);
                draft.toNobody();
                yield new CaseEvent.Returned(from);
            }
            case HANDLE -> {
                draft.unit = unit(draft);
                draft.handler = standing.caller().signIn();
                yield new CaseEvent.Handled(draft.unit);
            }
            case FEED_BACK -> new CaseEvent.FedBack(unit(draft));
            case VERIFY -> new CaseEvent.Verified();
            case FAIL -> new CaseEvent.VerificationFailed();
            case CLOSE -> {
                draft.closedAt = at;
                yield new CaseEvent.Closed();
            }
            case RATE -> {
                draft.rating = Objects.requireNonNull(given.rating());
                yield new CaseEvent.Rated(draft.rating);
            }
            case REOPEN -> reopened(draft);
            case ASK_EXTENSION -> {
                draft.extension = new Extension(at, null);
                yield new CaseEvent.ExtensionRequested();
            }
            case APPROVE_EXTENSION -> decided(draft, true);
            case REFUSE_EXTENSION -> decided(draft, false);
        };
    }

    private static CaseEvent reopened(Draft draft) {
        draft.toNobody();
        draft.extension = null;
        draft.rating = null;
        draft.closedAt = null;
        draft.reopened++;
        return new CaseEvent.Reopened(draft.reopened);
    }

    private static CaseEvent decided(Draft draft, boolean approved) {
        draft.extension = new Extension(Objects.requireNonNull(draft.extension).askedAt(), approved);
        return new CaseEvent.ExtensionDecided(approved, draft.clock.due());
    }

    /** A grid that settles a case itself is its unit. */
    private static String unit(Draft draft) {
        return Objects.requireNonNullElse(draft.unit, draft.before.place().area());
    }

    private static Step step(Draft draft, Transition t, Given given, Standing standing, Instant at) {
        var who = t.by().stream().filter(standing.actors()::contains).findFirst().orElseThrow();
        var reporter = who == Actor.REPORTER;
        var role = who.roles().stream().filter(standing.caller()::is).max(Role::compareTo).orElse(null);
        var unit = t.act() == Act.RETURN ? draft.before.unit() : draft.unit;
        return new Step(t.act(), draft.state, at, who, reporter ? null : role, unit, reporter ? null : standing.caller().signIn(),
                given.note(), given.analysis(), given.photos(), given.rating(), given.severity());
    }

    private static List<CaseEvent> turned(CaseClock before, CaseClock after) {
        if (after.colour().compareTo(before.colour()) <= 0) {
            return List.of();
        }
        return List.of(after.colour() == Colour.RED ? new CaseEvent.TurnedRed(after.due()) : new CaseEvent.TurnedYellow(after.due()));
    }
}
