package org.xinju.grid.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import org.xinju.grid.clock.CaseClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoopChecksTest {

    private final Loop loop = LoopReader.dagi();

    @Test
    void the_loop_that_comes_with_the_service_is_closed() {
        assertThat(LoopChecks.faults(loop)).isEmpty();
        assertThat(loop.start()).isEqualTo("REPORTED");
    }

    @Test
    void a_dead_end_is_refused() {
        var planted = transitions(t -> t.act() != Act.FEED_BACK);
        assertThat(LoopChecks.faults(planted)).contains("from HANDLED no case comes to an end", "FED_BACK cannot be reached");
        assertThatThrownBy(() -> LoopChecks.sound(planted)).hasMessageContaining("from HANDLED");
    }

    @Test
    void a_circle_without_a_way_out_is_a_dead_end_too() {
        var planted = with(states -> plus(states, new State("PARKED", "搁置", "parked", false, false)),
                transitions -> plus(plus(transitions, step(Act.RETURN, "parkings", "ACCEPTED", "PARKED", Actor.COMMAND)),
                        step(Act.RETURN, "more-parkings", "PARKED", "PARKED", Actor.COMMAND)));
        assertThat(LoopChecks.faults(planted)).containsExactly("from PARKED no case comes to an end");
    }

    @Test
    void a_state_that_nothing_leads_to_is_refused() {
        var planted = with(states -> plus(states, new State("ARCHIVED", "归档", "archived", false, true)), transitions -> transitions);
        assertThat(LoopChecks.faults(planted)).containsExactly("ARCHIVED cannot be reached");
    }

    @Test
    void a_transition_to_an_unknown_state_is_refused() {
        var planted = with(states -> states, transitions -> plus(transitions, step(Act.RETURN, "lifts", "ACCEPTED", "HEAVEN", Actor.COMMAND)));
        assertThat(LoopChecks.faults(planted)).containsExactly("RETURN names the state HEAVEN, which is unknown");
    }

    @Test
    void a_transition_that_nobody_may_do_is_refused_and_leads_nowhere() {
        var planted = with(states -> states, transitions -> transitions.stream().map(t -> t.act() == Act.CLOSE ? by(t, Set.of()) : t).toList());
        assertThat(LoopChecks.faults(planted)).contains("CLOSE may be done by nobody", "from VERIFIED no case comes to an end",
                "CLOSED cannot be reached");
    }

    @Test
    void two_steps_of_one_address_for_the_same_person_are_refused() {
        var planted = with(states -> states, transitions -> plus(transitions, step(Act.RETURN, "returns", "DISPATCHED", "REPORTED", Actor.UNIT)));
        assertThat(LoopChecks.faults(planted)).contains("returns means two things for the same caller in the same state");
    }

    @Test
    void every_severity_has_limits() {
        var planted = new Loop(loop.windowDays(), loop.mostSteps(), loop.limits().subList(1, 4), loop.states(), loop.transitions());
        assertThat(LoopChecks.faults(planted)).containsExactly("severity URGENT has 0 limits, not one");
    }

    private Loop transitions(Predicate<Transition> kept) {
        return with(states -> states, transitions -> transitions.stream().filter(kept).toList());
    }

    private Loop with(UnaryOperator<List<State>> states, UnaryOperator<List<Transition>> transitions) {
        return new Loop(loop.windowDays(), loop.mostSteps(), loop.limits(), states.apply(loop.states()), transitions.apply(loop.transitions()));
    }

    private static <T> List<T> plus(List<T> some, T other) {
        var all = new ArrayList<>(some);
        all.add(other);
        return all;
    }

    private static Transition step(Act act, String path, String from, String to, Actor by) {
        return new Transition(act, path, path, path, List.of(from), to, Set.of(by), Set.of(), null, Set.of(), Set.of(), Set.of(),
                CaseClock.Act.KEEP, false);
    }

    private static Transition by(Transition t, Set<Actor> by) {
        return new Transition(t.act(), t.path(), t.zh(), t.en(), t.from(), t.to(), by, t.levels(), t.answer(), t.guards(), t.needs(), t.may(),
                t.clock(), t.told());
    }
}
