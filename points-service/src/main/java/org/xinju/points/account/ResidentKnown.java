package org.xinju.points.account;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.privacy.Sealed;

/**
 * What points-service needs of a resident, read from the registry's events; the rest of them is not kept.
 *
 * @param birthDate sealed; opened only to compute
 */
record ResidentKnown(Sealed birthDate, List<Stay> stays, List<String> within, List<Employment> employments) {

    record Stay(LocalDate registeredOn, @Nullable LocalDate until) {}

    record Employment(String enterprise, LocalDate from, @Nullable LocalDate until) {}

    ResidentKnown {
        stays = List.copyOf(stays);
        within = List.copyOf(within);
        employments = List.copyOf(employments);
    }

    /** Where the resident lives now; null for somebody who has left. */
    @Nullable String area() {
        return within.isEmpty() || stays.stream().noneMatch(stay -> stay.until() == null) ? null : within.getLast();
    }
}
