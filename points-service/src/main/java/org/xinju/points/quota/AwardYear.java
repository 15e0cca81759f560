package org.xinju.points.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xinju.events.Change;
import org.xinju.events.Rule;

/**
 * The places that an area has for an award in one year; its id names indicator, area and year: {@code D10/C001/2026}.
 *
 * @param counted people counted, of whom a share may get it
 * @param places how many may get it
 * @param taken who has a place, in no order
 */
public record AwardYear(int counted, int places, List<Place> taken) {

    static final Rule UNKNOWN = Rule.unknown("award-year-unknown", "domain.md D10");
    static final Rule FULL = Rule.conflict("award-year-full", "domain.md D10: recipients");
    static final Rule TOO_FEW = Rule.conflict("award-year-too-few", "domain.md D10: recipients");

    /** The place of a confirmation, from 1. */
    public record Place(int number, String account, String confirmation) {}

    /** What others may know. */
    record Published(int counted, int places, int taken) {}

    /** What happens to it. */
    sealed interface AwardYearEvent {

        /** It was said how many there are. */
        record PlacesSet() implements AwardYearEvent {}

        record PlaceTaken() implements AwardYearEvent {}

        record PlaceGivenBack() implements AwardYearEvent {}
    }

    public AwardYear {
        taken = List.copyOf(taken);
    }

    /** @param share of the people counted, between 0 and 1; parts of a place are none */
    static AwardYear of(int counted, BigDecimal share, List<Place> taken) {
        return new AwardYear(counted, share.multiply(BigDecimal.valueOf(counted)).setScale(0, RoundingMode.DOWN).intValueExact(), taken);
    }

    Published published() {
        return new Published(counted, places, taken.size());
    }

    /** Nobody loses a place by a smaller number. */
    Change<AwardYear, AwardYearEvent> set(int people, BigDecimal share) {
        var next = of(people, share, taken);
        if (next.equals(this)) {
            return Change.unchanged(this);
        }
        return taken.stream().anyMatch(place -> place.number() > next.places) ? Change.rejected(TOO_FEW, next.places, taken.size())
                : Change.of(next, new AwardYearEvent.PlacesSet());
    }

    /** The lowest place that is free; who has one keeps it. */
    Change<AwardYear, AwardYearEvent> take(String account, String confirmation) {
        if (of(confirmation).isPresent()) {
            return Change.unchanged(this);
        }
        var used = taken.stream().map(Place::number).toList();
        return IntStream.rangeClosed(1, places).filter(number -> !used.contains(number)).boxed().findFirst()
                .<Change<AwardYear, AwardYearEvent>>map(number -> Change.of(new AwardYear(counted, places,
                        Stream.concat(taken.stream(), Stream.of(new Place(number, account, confirmation))).toList()), new AwardYearEvent.PlaceTaken()))
                .orElseGet(() -> Change.rejected(FULL, places));
    }

    Change<AwardYear, AwardYearEvent> giveBack(String confirmation) {
        return of(confirmation).isEmpty() ? Change.unchanged(this) : Change.of(new AwardYear(counted, places,
                taken.stream().filter(place -> !place.confirmation().equals(confirmation)).toList()), new AwardYearEvent.PlaceGivenBack());
    }

    /** The place of a confirmation. */
    public Optional<Place> of(String confirmation) {
        return taken.stream().filter(place -> place.confirmation().equals(confirmation)).findFirst();
    }
}
