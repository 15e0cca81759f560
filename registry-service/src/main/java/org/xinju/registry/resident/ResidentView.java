package org.xinju.registry.resident;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.Sex;

/**
 * A resident as shown.
 *
 * @param masked whether names, numbers and addresses are shortened to what tells two records apart
 */
record ResidentView(String id, Resident.Status status, boolean masked, String name, DocumentType documentType, String idNumber, String birthDate,
        Sex sex, @Nullable String phone, List<Stay> stays, List<Resident.Employment> employments) {

    record Stay(LocalDate registeredOn, @Nullable LocalDate until, String area, String areaName, boolean grid, String address) {}
}
