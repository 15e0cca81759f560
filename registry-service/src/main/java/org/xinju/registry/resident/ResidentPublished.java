package org.xinju.registry.resident;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.privacy.Sealed;
import org.xinju.registry.identity.Phone;
import org.xinju.registry.identity.Sex;

/**
 * The state of a resident that every event carries. Name, phone, birth date and addresses are sealed: each service opens what it has the key
 * for. The ID number does not travel.
 */
record ResidentPublished(Resident.Status status, Sealed name, Sealed birthDate, Sex sex, @Nullable Sealed phone, Phone.@Nullable Kind phoneKind,
        List<Stay> stays, List<String> within, List<Resident.Employment> employments) {

    record Stay(LocalDate registeredOn, @Nullable LocalDate until, String area, List<String> within, boolean grid, Sealed address) {}

    static ResidentPublished of(Resident r) {
        var phone = r.phone();
        var stays = r.stays().stream().map(s -> new Stay(s.registeredOn(), s.until(), s.place().area(), s.place().within(), s.place().grid(),
                s.place().address())).toList();
        return new ResidentPublished(r.status(), r.name(), r.papers().birthDate(), r.sex(), phone == null ? null : phone.number(),
                phone == null ? null : phone.kind(), stays, r.within(), r.employments());
    }
}
