package org.xinju.grid.loop;

import java.util.List;
import java.util.Locale;

import org.xinju.grid.clock.Limits;
import org.xinju.grid.clock.Severity;

/**
 * A closed loop, as data.
 *
 * @param windowDays how many days after closing the reporter may rate or reopen
 * @param mostSteps after so many steps a case can only go forward
 * @param limits one per severity
 */
public record Loop(int windowDays, int mostSteps, List<Limits> limits, List<State> states, List<Transition> transitions) {

    public Loop {
        limits = List.copyOf(limits);
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
    }

    public String start() {
        return states.stream().filter(State::start).findFirst().orElseThrow().code();
    }

    public boolean ends(String state) {
        return states.stream().anyMatch(s -> s.code().equals(state) && s.end());
    }

    public boolean knows(String state) {
        return states.stream().anyMatch(s -> s.code().equals(state));
    }

    public Limits limits(Severity severity) {
        return limits.stream().filter(one -> one.severity() == severity).findFirst().orElseThrow();
    }

    /** The steps of one address. */
    public List<Transition> at(String path) {
        return transitions.stream().filter(transition -> transition.path().equals(path)).toList();
    }

    public List<Transition> from(String state) {
        return transitions.stream().filter(transition -> transition.from().contains(state)).toList();
    }

    /** Whether the reporter reads the notes of this act. */
    public boolean told(Act act) {
        return transitions.stream().anyMatch(transition -> transition.act() == act && transition.told());
    }

    /** What a state is called in the reader's language. */
    public String name(String state, Locale locale) {
        return states.stream().filter(s -> s.code().equals(state)).findFirst().map(s -> s.name(locale)).orElse(state);
    }
}
