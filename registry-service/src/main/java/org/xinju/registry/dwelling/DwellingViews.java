package org.xinju.registry.dwelling;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Stored;
import org.xinju.privacy.access.Purpose;
import org.xinju.registry.area.Area;
import org.xinju.registry.area.Areas;
import org.xinju.web.Caller;
import org.xinju.web.Looks;
import org.xinju.web.Role;

/** Shows dwellings; an address in plain only to the landlord and to grid staff with a purpose that needs it, never without an entry in the log. */
@Component
class DwellingViews {

    private static final List<String> FIELDS = List.of("address");
    private static final Set<Purpose> PLAIN = EnumSet.of(Purpose.REGISTRATION, Purpose.VISIT, Purpose.HOUSING_SAFETY, Purpose.CASE_HANDLING);

    private final Sites sites;
    private final Areas areas;
    private final Looks looks;

    DwellingViews(Sites sites, Areas areas, Looks looks) {
        this.sites = sites;
        this.areas = areas;
        this.looks = looks;
    }

    /** To staff in whose areas they lie. @param purpose null: no address is shown, so nothing needs to be logged */
    List<DwellingView> show(Caller caller, String action, @Nullable Purpose purpose, List<Stored<Dwelling>> dwellings) {
        if (purpose == null) {
            return dwellings.stream().map(this::masked).toList();
        }
        looks.record(caller, action, purpose, ids(dwellings), FIELDS);
        var plain = caller.is(Role.GRID_WORKER, Role.GRID_LEADER) && PLAIN.contains(purpose);
        return dwellings.stream().map(d -> plain ? plain(d) : masked(d)).toList();
    }

    /** To the landlord. */
    List<DwellingView> showOwn(Caller caller, String action, List<Stored<Dwelling>> own) {
        looks.record(caller, action, Purpose.OWN_DATA, ids(own), FIELDS);
        return own.stream().map(this::plain).toList();
    }

    private static List<String> ids(List<Stored<Dwelling>> dwellings) {
        return dwellings.stream().map(Stored::id).toList();
    }

    private DwellingView plain(Stored<Dwelling> d) {
        return view(d, false, sites.address(d.id(), d.state().site()));
    }

    private DwellingView masked(Stored<Dwelling> d) {
        return view(d, true, areaName(d) + "***");
    }

    private String areaName(Stored<Dwelling> d) {
        return areas.today().find(d.state().site().area()).map(Area::name).orElse("");
    }

    private DwellingView view(Stored<Dwelling> d, boolean masked, String address) {
        var dwelling = d.state();
        var what = dwelling.particulars();
        return new DwellingView(d.id(), dwelling.status(), what.use(), what.areaM2(), what.rooms(), what.beds(), dwelling.tenOrMore(),
                dwelling.landlord(), dwelling.site().area(), areaName(d), dwelling.site().grid(), masked, address);
    }
}
