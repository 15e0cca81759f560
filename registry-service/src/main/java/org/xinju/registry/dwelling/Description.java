package org.xinju.registry.dwelling;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.web.RejectedException;

/**
 * A dwelling as somebody describes it.
 *
 * @param landlord for whom the landlord's sign-in is bound; a landlord may leave it out
 * @param areaM2 square metres, at most two places
 */
record Description(@Nullable String address, @Nullable String landlord, Dwelling.@Nullable Use use, @Nullable BigDecimal areaM2,
        @Nullable Integer rooms, @Nullable Integer beds) {

    /** What is let and by whom, all fields checked. */
    record Checked(Dwelling.Particulars particulars, @Nullable String landlord) {}

    /** @throws RejectedException with every wrong field */
    Checked registration() {
        var refusals = new ArrayList<Rejection>();
        if (address == null || address.isBlank() || address.length() > DwellingRules.LONGEST_ADDRESS) {
            refusals.add(Rejection.of(DwellingRules.ADDRESS, DwellingRules.LONGEST_ADDRESS).at("address"));
        }
        return checked(refusals);
    }

    /** What is left out stays as it was; the address is not changed. @throws RejectedException with every wrong field */
    Checked changeOf(Dwelling earlier) {
        var was = earlier.particulars();
        return new Description(null, or(landlord, earlier.landlord()), or(use, was.use()), or(areaM2, was.areaM2()), or(rooms, was.rooms()),
                or(beds, was.beds())).checked(new ArrayList<>());
    }

    private Checked checked(List<Rejection> refusals) {
        var area = area(refusals::add);
        var goodRooms = number(rooms, DwellingRules.MOST_ROOMS).orElseGet(() -> refuse(Rejection.of(DwellingRules.ROOMS, DwellingRules.MOST_ROOMS).at("rooms"), refusals));
        var goodBeds = number(beds, DwellingRules.MOST_BEDS).orElseGet(() -> refuse(Rejection.of(DwellingRules.BEDS, DwellingRules.MOST_BEDS).at("beds"), refusals));
        if (use == null) {
            refusals.add(Rejection.of(DwellingRules.USE).at("use"));
        }
        if (landlord != null && !landlord.matches("[A-Za-z0-9._:-]{1,100}")) {
            refusals.add(Rejection.of(DwellingRules.LANDLORD).at("landlord"));
        }
        if (!refusals.isEmpty() || area.isEmpty() || use == null) {
            throw new RejectedException(refusals);
        }
        return new Checked(new Dwelling.Particulars(use, area.get(), goodRooms, goodBeds), landlord);
    }

    /** The range first: a number such as 1e999999999 is cheap to compare and dear to write out. */
    private Optional<BigDecimal> area(Consumer<Rejection> refusals) {
        if (areaM2 == null || areaM2.compareTo(DwellingRules.SMALLEST_M2) < 0 || areaM2.compareTo(DwellingRules.LARGEST_M2) > 0
                || areaM2.stripTrailingZeros().scale() > 2) {
            refusals.accept(Rejection.of(DwellingRules.AREA, DwellingRules.SMALLEST_M2, DwellingRules.LARGEST_M2).at("areaM2"));
            return Optional.empty();
        }
        return Optional.of(areaM2.setScale(2));
    }

    private static Optional<Integer> number(@Nullable Integer given, int most) {
        return Optional.ofNullable(given).filter(n -> n >= 1 && n <= most);
    }

    private static int refuse(Rejection rejection, List<Rejection> refusals) {
        refusals.add(rejection);
        return 0;
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T earlier) {
        return given == null ? earlier : given;
    }

    /** An address is personal, and this ends up in logs. */
    @Override
    public String toString() {
        return "Description";
    }
}
