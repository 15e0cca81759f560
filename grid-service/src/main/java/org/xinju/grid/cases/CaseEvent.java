package org.xinju.grid.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.Severity;
import org.xinju.grid.unit.Level;

/** What happens to a case. Every event carries the case's public state too; nothing personal, and no free text, is in either. */
sealed interface CaseEvent {

    record Reported() implements CaseEvent {}

    record Accepted(Severity severity) implements CaseEvent {}

    record Rejected() implements CaseEvent {}

    record Withdrawn() implements CaseEvent {}

    record Dispatched(String unit, Level level) implements CaseEvent {}

    /** @param unit who says that it is not theirs */
    record Returned(String unit) implements CaseEvent {}

    record Handled(String unit) implements CaseEvent {}

    record FedBack(String unit) implements CaseEvent {}

    record Verified() implements CaseEvent {}

    record VerificationFailed() implements CaseEvent {}

    record Closed() implements CaseEvent {}

    /** @param rating 1 to 5 */
    record Rated(int rating) implements CaseEvent {}

    /** @param times how often by now */
    record Reopened(int times) implements CaseEvent {}

    record ExtensionRequested() implements CaseEvent {}

    /** @param dueAt the deadline that holds now */
    record ExtensionDecided(boolean approved, @Nullable Instant dueAt) implements CaseEvent {}

    /** Four fifths of the time are used. @param dueAt the deadline */
    record TurnedYellow(@Nullable Instant dueAt) implements CaseEvent {}

    /** The deadline has come. */
    record TurnedRed(@Nullable Instant dueAt) implements CaseEvent {}

    /** The clock was computed anew, because working days became known; its colour did not change. */
    record ClockRevised(@Nullable Instant dueAt) implements CaseEvent {}
}
