package org.xinju.registry.resident;

import java.time.LocalDate;

/** What happens to a resident. Every event carries the resident's public state too; nothing here is personal in plain. */
public sealed interface ResidentEvent {

    record Registered() implements ResidentEvent {}

    record Confirmed() implements ResidentEvent {}

    record Moved(LocalDate on) implements ResidentEvent {}

    record Left(LocalDate on) implements ResidentEvent {}

    record CameBack(LocalDate on) implements ResidentEvent {}

    record PlacedInGrid(String grid) implements ResidentEvent {}

    record Employed(String enterprise, LocalDate from) implements ResidentEvent {}

    record EmploymentEnded(String enterprise, LocalDate until) implements ResidentEvent {}
}
