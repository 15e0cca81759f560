package org.xinju.grid.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.Severity;

/** Whether a loop is closed: every case can be begun, moved on by somebody, and come to an end. */
public final class LoopChecks {

    private final Loop loop;
    private final List<String> faults = new ArrayList<>();

    private LoopChecks(Loop loop) {
        this.loop = loop;
    }

    /** What is wrong, in words for whoever writes the data; empty when nothing is. */
    public static List<String> faults(Loop loop) {
        var checks = new LoopChecks(loop);
        checks.limits();
        checks.transitions();
        checks.states();
        return List.copyOf(checks.faults);
    }

    private void limits() {
        for (var severity : Severity.values()) {
            var count = loop.limits().stream().filter(limits -> limits.severity() == severity).count();
            if (count != 1) {
                faults.add("severity " + severity + " has " + count + " limits, not one");
            }
        }
        for (var limits : loop.limits()) {
            var extended = limits.extendedDays();
            if (limits.finishDays() < 1 || limits.checkDays() < 1 || extended != null && extended <= limits.finishDays()) {
                faults.add("the limits of " + limits.severity() + " are no time, or their extension is none");
            }
        }
        if (loop.windowDays() < 1 || loop.mostSteps() < loop.states().size()) {
            faults.add("the window or the number of steps is too small");
        }
    }

    private void transitions() {
        for (var transition : loop.transitions()) {
            unknown(transition.to(), transition);
            transition.from().forEach(state -> unknown(state, transition));
            if (transition.from().isEmpty()) {
                faults.add(transition.act() + " begins nowhere");
            }
            if (transition.by().isEmpty()) {
                faults.add(transition.act() + " may be done by nobody");
            }
            if (transition.needs().contains(Need.UNIT) == transition.levels().isEmpty()) {
                faults.add(transition.act() + " names a unit without a level, or a level without a unit");
            }
        }
        for (var one : loop.transitions()) {
            for (var other : loop.transitions()) {
                if (one != other && one.path().equals(other.path()) && !one.needs().equals(other.needs())) {
                    faults.add(one.path() + " needs different things");
                }
                if (one != other && overlap(one, other)) {
                    faults.add(one.path() + " means two things for the same caller in the same state");
                }
            }
        }
        for (var act : Act.values()) {
            if (loop.transitions().stream().noneMatch(transition -> transition.act() == act)) {
                faults.add(act + " is never possible");
            }
        }
    }

    private void unknown(@Nullable String state, Transition transition) {
        if (state != null && !loop.knows(state)) {
            faults.add(transition.act() + " names the state " + state + ", which is unknown");
        }
    }

    private static boolean overlap(Transition one, Transition other) {
        return one.path().equals(other.path()) && Objects.equals(one.answer(), other.answer())
                && one.from().stream().anyMatch(other.from()::contains) && one.by().stream().anyMatch(other.by()::contains);
    }

    private void states() {
        var starts = loop.states().stream().filter(State::start).map(State::code).toList();
        if (starts.size() != 1) {
            faults.add("a loop begins in one state, this one in " + starts);
        }
        if (loop.states().stream().map(State::code).distinct().count() != loop.states().size()) {
            faults.add("a state stands twice");
        }
        var reached = reached(starts);
        var ends = loop.states().stream().filter(State::end).map(State::code).toList();
        var ending = ending(ends);
        for (var state : loop.states()) {
            if (!reached.contains(state.code())) {
                faults.add(state.code() + " cannot be reached");
            }
            if (!ending.contains(state.code())) {
                faults.add("from " + state.code() + " no case comes to an end");
            }
        }
    }

    /** Only steps that somebody may do lead anywhere. */
    private List<Transition> usable() {
        return loop.transitions().stream().filter(transition -> !transition.by().isEmpty() && transition.to() != null).toList();
    }

    private Set<String> reached(List<String> starts) {
        var reached = new HashSet<>(starts);
        while (usable().stream().filter(t -> t.from().stream().anyMatch(reached::contains)).map(Transition::to).anyMatch(reached::add)) {
            // once more: the new state may lead further
        }
        return reached;
    }

    private Set<String> ending(List<String> ends) {
        var ending = new HashSet<>(ends);
        while (usable().stream().filter(t -> ending.contains(t.to())).flatMap(t -> t.from().stream()).anyMatch(ending::add)) {
            // once more: what leads here comes to an end too
        }
        return ending;
    }

    /** @throws IllegalArgumentException with every fault */
    static Loop sound(Loop loop) {
        var faults = faults(loop);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("this loop is not closed: " + String.join("; ", faults));
        }
        return loop;
    }
}
