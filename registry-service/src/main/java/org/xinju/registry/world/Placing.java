package org.xinju.registry.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.xinju.events.Bulk;
import org.xinju.events.Cause;
import org.xinju.registry.area.AreaCsv;
import org.xinju.registry.dwelling.Dwelling;
import org.xinju.registry.dwelling.Dwellings;
import org.xinju.registry.dwelling.Sites;
import org.xinju.registry.enterprise.Enterprise;
import org.xinju.registry.enterprise.Enterprises;
import org.xinju.registry.resident.Places;
import org.xinju.registry.resident.Resident;
import org.xinju.registry.resident.Residents;
import org.xinju.registry.resident.Seals;

/** Turns what is planned for a world into what the registry stores, by the same code that stores everybody else, and puts it there. */
@Component
@Profile("development")
class Placing {

    private final Enterprises enterprises;
    private final Dwellings dwellings;
    private final Residents residents;
    private final Sites sites;
    private final Places places;
    private final Seals seals;
    private final Streets streets = new Streets(AreaCsv.dagi());

    Placing(Enterprises enterprises, Dwellings dwellings, Residents residents, Sites sites, Places places, Seals seals) {
        this.enterprises = enterprises;
        this.dwellings = dwellings;
        this.residents = residents;
        this.sites = sites;
        this.places = places;
        this.seals = seals;
    }

    /** Again does nothing: who is there stays as they are by now. */
    Bulk.Placement place(long seed, Chunk chunk) {
        var cause = new Cause.Command("world/" + seed, "world", 201, null);
        var plannedDwellings = new WorldDwellings(seed, streets);
        return switch (chunk.kind()) {
            case ENTERPRISE -> enterprises.place(cause, states(chunk, WorldIds::enterprise, e -> new Enterprise(Names.enterprise(e))));
            case DWELLING -> dwellings.place(cause, states(chunk, d -> WorldIds.dwelling(seed, d),
                    d -> dwelling(WorldIds.dwelling(seed, d), plannedDwellings.planned(d))));
            case RESIDENT -> {
                var people = new WorldPeople(seed, plannedDwellings);
                yield residents.place(cause, states(chunk, i -> WorldIds.resident(seed, i), i -> resident(WorldIds.resident(seed, i), people.planned(i))));
            }
        };
    }

    private static <S> Map<String, S> states(Chunk chunk, IntFunction<String> id, IntFunction<S> state) {
        var states = new LinkedHashMap<String, S>();
        for (var i = chunk.from(); i < chunk.until(); i++) {
            states.put(id.apply(i), state.apply(i));
        }
        return states;
    }

    private Dwelling dwelling(String id, WorldDwellings.Planned planned) {
        return new Dwelling(planned.status(), sites.of(id, planned.address()), planned.particulars(), planned.landlord());
    }

    private Resident resident(String id, WorldPeople.Planned planned) {
        List<Resident.Stay> stays = planned.stays().stream()
                .map(stay -> new Resident.Stay(stay.from(), stay.until(), places.of(id, stay.address()))).toList();
        return seals.seal(id, planned.person(), planned.status(), stays, planned.employments());
    }
}
