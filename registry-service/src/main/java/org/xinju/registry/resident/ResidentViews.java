package org.xinju.registry.resident;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.xinju.events.Stored;
import org.xinju.privacy.Mask;
import org.xinju.privacy.access.Purpose;
import org.xinju.registry.area.Area;
import org.xinju.registry.area.Areas;
import org.xinju.web.Caller;
import org.xinju.web.Looks;
import org.xinju.web.Role;

/**
 * Shows residents to those who may see them: in plain to the person and to grid staff of the grid with a purpose that needs it, masked to
 * all others, and never without an entry in the log of accesses.
 */
@Component
class ResidentViews {

    private static final List<String> FIELDS = List.of("name", "idNumber", "phone", "birthDate", "address");
    private static final Set<Purpose> PLAIN = EnumSet.of(Purpose.REGISTRATION, Purpose.VISIT, Purpose.CORRECTION, Purpose.PERMIT);

    private final Seals seals;
    private final Areas areas;
    private final Looks looks;

    ResidentViews(Seals seals, Areas areas, Looks looks) {
        this.seals = seals;
        this.areas = areas;
        this.looks = looks;
    }

    /** To staff. */
    List<ResidentView> show(Caller caller, String action, Purpose purpose, List<Stored<Resident>> residents) {
        looks.record(caller, action, purpose, residents.stream().map(Stored::id).toList(), FIELDS);
        var gridStaff = caller.is(Role.GRID_WORKER, Role.GRID_LEADER) && PLAIN.contains(purpose);
        return residents.stream().map(r -> gridStaff && caller.covers(r.state().within()) ? plain(r) : masked(r)).toList();
    }

    /** To the person. */
    ResidentView showOwn(Caller caller, Stored<Resident> own) {
        looks.record(caller, "resident.read", Purpose.OWN_DATA, List.of(own.id()), FIELDS);
        return plain(own);
    }

    private ResidentView plain(Stored<Resident> r) {
        return view(r, false, seals.name(r.id(), r.state()), seals.number(r.id(), r.state()), seals.birthDate(r.id(), r.state()).toString());
    }

    private ResidentView masked(Stored<Resident> r) {
        return view(r, true, Mask.name(seals.name(r.id(), r.state())), Mask.idNumber(seals.number(r.id(), r.state())),
                Mask.birthDate(seals.birthDate(r.id(), r.state())));
    }

    private ResidentView view(Stored<Resident> r, boolean masked, String name, String number, String birthDate) {
        var resident = r.state();
        var phone = seals.phone(r.id(), resident).map(p -> masked ? Mask.phone(p) : p).orElse(null);
        var stays = resident.stays().stream().map(s -> {
            var area = areas.today().find(s.place().area()).map(Area::name).orElse("");
            return new ResidentView.Stay(s.registeredOn(), s.until(), s.place().area(), area, s.place().grid(),
                    masked ? area + "***" : seals.address(r.id(), s.place()));
        }).toList();
        return new ResidentView(r.id(), resident.status(), masked, name, resident.papers().type(), number, birthDate, resident.sex(), phone, stays,
                resident.employments());
    }
}
