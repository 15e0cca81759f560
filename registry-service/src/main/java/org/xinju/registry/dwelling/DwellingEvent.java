package org.xinju.registry.dwelling;

import java.time.LocalDate;

/** What happens to a dwelling. Every event carries its public state too; nothing here is personal in plain. */
sealed interface DwellingEvent {

    record Registered() implements DwellingEvent {}

    record Confirmed() implements DwellingEvent {}

    record Changed() implements DwellingEvent {}

    record PlacedInGrid(String grid) implements DwellingEvent {}

    /** @param on last day on which it was let */
    record Closed(LocalDate on) implements DwellingEvent {}

    record Reopened() implements DwellingEvent {}
}
