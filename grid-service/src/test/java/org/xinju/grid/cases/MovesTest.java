package org.xinju.grid.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.xinju.events.Change;
import org.xinju.events.Rejection;
import org.xinju.grid.clock.Colour;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.loop.Actor;
import org.xinju.grid.loop.Guard;
import org.xinju.grid.loop.Transition;
import org.xinju.grid.unit.Level;
import org.xinju.grid.unit.Unit;
import org.xinju.web.Caller;
import org.xinju.web.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinju.grid.cases.CaseOf.DISTRICT;
import static org.xinju.grid.cases.CaseOf.FIRE;
import static org.xinju.grid.cases.CaseOf.after;
import static org.xinju.grid.cases.CaseOf.answer;
import static org.xinju.grid.cases.CaseOf.at;
import static org.xinju.grid.cases.CaseOf.commandRoom;
import static org.xinju.grid.cases.CaseOf.fireman;
import static org.xinju.grid.cases.CaseOf.given;
import static org.xinju.grid.cases.CaseOf.graded;
import static org.xinju.grid.cases.CaseOf.move;
import static org.xinju.grid.cases.CaseOf.resident;
import static org.xinju.grid.cases.CaseOf.staff;
import static org.xinju.grid.cases.CaseOf.to;
import static org.xinju.grid.cases.CaseOf.worker;

class MovesTest {

    private static final Instant NOW = at("2026-11-25T09:00");

    private final Case reported = CaseOf.reported(Severity.GENERAL, NOW);
    private final Case accepted = after(reported, worker("wang"), "acceptances", graded(null), NOW);
    private final Case dispatched = after(accepted, commandRoom(), "dispatches", to(FIRE), NOW);

    @Test
    void the_grid_settles_itself_what_it_can() {
        var handled = after(accepted, worker("wang"), "handlings", given(), NOW);
        assertThat(handled.unit()).isEqualTo("G001");
        assertThat(handled.level()).isEqualTo(Level.GRID);
        var fedBack = after(handled, worker("wang"), "feedbacks", given(), NOW);
        var verified = after(fedBack, worker("li"), "verifications", answer(true), NOW);
        var closed = after(verified, worker("li"), "closures", given(), NOW);
        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(closed.open()).isFalse();
        assertThat(closed.steps()).extracting(Step::to)
                .containsExactly("REPORTED", "ACCEPTED", "HANDLED", "FED_BACK", "VERIFIED", "CLOSED");
    }

    @Test
    void only_the_command_room_dispatches_to_departments() {
        assertThat(refusal(accepted, worker("wang"), "dispatches", to(FIRE)).rule()).isEqualTo(CaseRules.UNIT_LEVEL);
        assertThat(refusal(accepted, chief("PQ01"), "dispatches", to(FIRE)).rule()).isEqualTo(CaseRules.UNIT_LEVEL);
        assertThat(dispatched.unit()).isEqualTo("DEP-FIRE");
        assertThat(dispatched.level()).isEqualTo(Level.DEPARTMENT);
        assertThat(after(accepted, worker("wang"), "dispatches", to(DISTRICT), NOW).level()).isEqualTo(Level.DISTRICT);
    }

    @Test
    void a_district_does_not_dispatch_to_the_grid_of_another() {
        var foreign = new Unit("G014", Level.GRID, List.of("330206004", "PQ02", "C010", "G014"));
        assertThat(refusal(accepted, chief("PQ01"), "dispatches", to(foreign)).rule()).isEqualTo(CaseRules.UNIT_OUTSIDE);
        var own = new Unit("G002", Level.GRID, List.of("330206004", "PQ01", "C001", "G002"));
        var given = after(accepted, chief("PQ01"), "dispatches", to(own), NOW);
        assertThat(move(given, staff("zhou", Role.GRID_WORKER, "G002"), "handlings", given(), NOW)).isInstanceOf(Change.Accepted.class);
    }

    @Test
    void a_wrong_assignment_is_returned_with_the_reason_and_the_unit_no_longer_sees_the_case() {
        var returned = after(dispatched, fireman("zhao"), "returns", given(), NOW);
        assertThat(returned.state()).isEqualTo("ACCEPTED");
        assertThat(returned.unit()).isNull();
        assertThat(returned.scope()).doesNotContain("DEP-FIRE");
        assertThat(returned.steps().getLast().unit()).isEqualTo("DEP-FIRE");
        assertThat(Standing.of(returned, fireman("zhao"), false).none()).isTrue();
    }

    @Test
    void another_department_does_not_learn_of_the_case() {
        var police = staff("qian", Role.DEPARTMENT, "DEP-SECURITY");
        assertThat(refusal(dispatched, police, "handlings", given()).rule()).isEqualTo(CaseRules.UNKNOWN);
        assertThat(refusal(dispatched, staff("sun", Role.GRID_WORKER, "G002"), "handlings", given()).rule()).isEqualTo(CaseRules.UNKNOWN);
        assertThat(refusal(dispatched, worker("wang"), "handlings", given()).rule()).as("sees it, but has not got it").isEqualTo(CaseRules.NOT_YOURS);
    }

    @Test
    void what_is_not_possible_says_the_state_and_what_this_caller_can_do() {
        var refused = refusal(dispatched, worker("wang"), "acceptances", graded(null));
        assertThat(refused.rule()).isEqualTo(CaseRules.NOT_POSSIBLE);
        assertThat(refused.arguments()).containsExactly("DISPATCHED");
        assertThat(refusal(dispatched, fireman("zhao"), "feedbacks", given()).arguments()).containsExactly("DISPATCHED", "returns", "handlings");
    }

    @Test
    void whoever_handled_it_does_not_verify_it() {
        var fedBack = after(after(accepted, worker("wang"), "handlings", given(), NOW), worker("li"), "feedbacks", given(), NOW);
        assertThat(refusal(fedBack, worker("wang"), "verifications", answer(true)).rule()).isEqualTo(Guard.OTHER_THAN_HANDLER.rule());
        assertThat(possible(fedBack, worker("wang"))).isEmpty();
        assertThat(possible(fedBack, worker("li"))).containsExactly("verifications", "verifications");
    }

    @Test
    void what_does_not_stand_the_look_goes_back_to_the_unit_and_its_clock_goes_on() {
        var fedBack = after(after(dispatched, fireman("zhao"), "handlings", given(), NOW), fireman("zhao"), "feedbacks", given(), NOW);
        assertThat(fedBack.clock().finish().since()).isNull();
        var failed = after(fedBack, commandRoom(), "verifications", answer(false), NOW);
        assertThat(failed.state()).isEqualTo("DISPATCHED");
        assertThat(failed.unit()).isEqualTo("DEP-FIRE");
        assertThat(failed.clock().finish().since()).isEqualTo(NOW);
    }

    @Test
    void only_complex_cases_are_extended_once_and_by_the_command_room() {
        assertThat(refusal(accepted, worker("wang"), "extensions", given()).rule()).isEqualTo(Guard.EXTENDABLE.rule());
        var complex = after(reported, worker("wang"), "acceptances", graded(Severity.COMPLEX), NOW);
        assertThat(refusal(complex, commandRoom(), "extension-decisions", answer(true)).rule()).isEqualTo(Guard.EXTENSION_ASKED.rule());
        var asked = after(complex, worker("wang"), "extensions", given(), NOW);
        assertThat(refusal(asked, worker("wang"), "extensions", given()).rule()).isEqualTo(Guard.EXTENDABLE.rule());
        assertThat(refusal(asked, chief("PQ01"), "extension-decisions", answer(true)).rule()).isEqualTo(CaseRules.NOT_YOURS);
        var approved = after(asked, commandRoom(), "extension-decisions", answer(true), NOW);
        assertThat(approved.clock().due()).isEqualTo(at("2026-12-16T09:00"));
        assertThat(approved.state()).isEqualTo("ACCEPTED");
        assertThat(refusal(approved, worker("wang"), "extensions", given()).rule()).isEqualTo(Guard.EXTENDABLE.rule());
        var refused = after(asked, commandRoom(), "extension-decisions", answer(false), NOW);
        assertThat(refused.clock().due()).isEqualTo(complex.clock().due());
    }

    @Test
    void the_reporter_rates_once_and_reopens_within_fifteen_days() {
        var closed = closed();
        var rated = after(closed, resident(), "ratings", given(), NOW);
        assertThat(rated.rating()).isEqualTo(5);
        assertThat(refusal(rated, resident(), "ratings", given()).rule()).isEqualTo(Guard.NOT_RATED.rule());
        assertThat(refusal(closed, worker("li"), "ratings", given()).rule()).isEqualTo(CaseRules.NOT_YOURS);
        var reopened = after(rated, resident(), "reopenings", given(), NOW.plus(Duration.ofDays(15)).minusMillis(1));
        assertThat(reopened.state()).isEqualTo("ACCEPTED");
        assertThat(reopened.unit()).isNull();
        assertThat(reopened.rating()).isNull();
        assertThat(reopened.reopened()).isEqualTo(1);
        assertThat(move(closed, resident(), "reopenings", given(), NOW.plus(Duration.ofDays(15)))).isEqualTo(Change.rejected(Guard.WINDOW.rule(), 15));
    }

    @Test
    void only_the_reporter_withdraws_and_only_before_it_is_handled() {
        assertThat(after(dispatched, resident(), "withdrawals", given(), NOW).state()).isEqualTo("WITHDRAWN");
        assertThat(refusal(dispatched, commandRoom(), "withdrawals", given()).rule()).isEqualTo(CaseRules.NOT_YOURS);
        var handled = after(dispatched, fireman("zhao"), "handlings", given(), NOW);
        assertThat(refusal(handled, resident(), "withdrawals", given()).rule()).isEqualTo(CaseRules.NOT_POSSIBLE);
    }

    @Test
    void a_step_after_the_deadline_tells_that_the_clock_has_turned_too() {
        var change = (Change.Accepted<Case, CaseEvent>) move(dispatched, fireman("zhao"), "handlings", given(), at("2026-12-03T09:00"));
        assertThat(change.events()).hasExactlyElementsOfTypes(CaseEvent.TurnedRed.class, CaseEvent.Handled.class);
        assertThat(change.state().clock().colour()).isEqualTo(Colour.RED);
        assertThat(CaseOf.MOVES.turn(change.state(), at("2026-12-03T09:00"))).isEqualTo(Change.unchanged(change.state()));
    }

    @Test
    void the_clock_turns_once_yellow_and_once_red() {
        var yellow = (Change.Accepted<Case, CaseEvent>) CaseOf.MOVES.turn(reported, at("2026-12-01T09:00"));
        assertThat(yellow.events()).containsExactly(new CaseEvent.TurnedYellow(at("2026-12-02T09:00")));
        assertThat(CaseOf.MOVES.turn(yellow.state(), at("2026-12-01T18:00"))).isInstanceOf(Change.Unchanged.class);
        var red = (Change.Accepted<Case, CaseEvent>) CaseOf.MOVES.turn(yellow.state(), at("2026-12-02T09:00"));
        assertThat(red.events()).containsExactly(new CaseEvent.TurnedRed(at("2026-12-02T09:00")));
        assertThat(red.state().turnsAt()).isNull();
        assertThat(CaseOf.MOVES.turn(red.state(), at("2027-12-02T09:00"))).isInstanceOf(Change.Unchanged.class);
    }

    @Test
    void a_case_that_went_round_very_often_can_only_go_forward() {
        var one = accepted;
        while (one.steps().size() < CaseOf.LOOP.mostSteps() - 1) {
            one = after(after(one, commandRoom(), "dispatches", to(FIRE), NOW), fireman("zhao"), "returns", given(), NOW);
        }
        assertThat(refusal(one, commandRoom(), "dispatches", to(FIRE)).rule()).isEqualTo(CaseRules.TOO_LONG);
        assertThat(move(one, worker("wang"), "handlings", given(), NOW)).isInstanceOf(Change.Accepted.class);
    }

    @Test
    void the_log_tells_in_what_standing_somebody_acted_and_keeps_no_sign_in_of_a_reporter() {
        var acceptance = accepted.steps().getLast();
        assertThat(acceptance.who()).isEqualTo(Actor.GRID);
        assertThat(acceptance.role()).isEqualTo(Role.GRID_WORKER);
        assertThat(acceptance.by()).isEqualTo("test|wang");
        var withdrawal = after(accepted, resident(), "withdrawals", given(), NOW).steps().getLast();
        assertThat(withdrawal.who()).isEqualTo(Actor.REPORTER);
        assertThat(withdrawal.by()).isNull();
        assertThat(withdrawal.role()).isNull();
    }

    private Case closed() {
        var fedBack = after(after(dispatched, fireman("zhao"), "handlings", given(), NOW), fireman("zhao"), "feedbacks", given(), NOW);
        return after(after(fedBack, commandRoom(), "verifications", answer(true), NOW), commandRoom(), "closures", given(), NOW);
    }

    private static Caller chief(String district) {
        return staff("chief", Role.DISTRICT_CHIEF, district);
    }

    private static Rejection refusal(Case one, Caller caller, String path, Given given) {
        return ((Change.Rejected<Case, CaseEvent>) move(one, caller, path, given, NOW)).rejection();
    }

    private static List<String> possible(Case one, Caller caller) {
        return CaseOf.MOVES.possible(one, Standing.of(one, caller, false), NOW).stream().map(Transition::path).toList();
    }
}
