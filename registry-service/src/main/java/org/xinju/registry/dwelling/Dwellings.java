package org.xinju.registry.dwelling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Bulk;
import org.xinju.events.Cause;
import org.xinju.events.Decision;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Stored;

/** The only door to the stored dwellings. */
@Component
public class Dwellings {

    static final AggregateType<Dwelling, DwellingEvent> TYPE = AggregateType.<Dwelling, DwellingEvent>of(
                    "registry.dwelling", "dwellings", "registry.dwellings", Dwelling.class, DwellingPublished::of)
            .indexed("state.within", "_id")
            .indexed("state.lists", "_id")
            .indexed("state.landlord", "_id");

    private final Aggregates<Dwelling, DwellingEvent> dwellings;
    private final Bulk<Dwelling, DwellingEvent> bulk;

    Dwellings(Events events) {
        this.dwellings = events.aggregates(TYPE);
        this.bulk = new Bulk<>(dwellings);
    }

    public Optional<Stored<Dwelling>> find(String id) {
        return dwellings.find(id);
    }

    List<Stored<Dwelling>> inAreas(Collection<String> areas, String afterId, int limit) {
        return dwellings.page(Filters.in("state.within", areas), afterId, limit);
    }

    /** Those on a list of the areas. */
    List<Stored<Dwelling>> listed(Dwelling.Listing listing, Collection<String> areas, String afterId, int limit) {
        return dwellings.page(Filters.in("state.lists", areas.stream().map(listing::of).toList()), afterId, limit);
    }

    List<Stored<Dwelling>> ofLandlord(String landlord, String afterId, int limit) {
        return dwellings.page(Filters.eq("state.landlord", landlord), afterId, limit);
    }

    Outcome<Dwelling> change(String id, Cause cause, Decision<Dwelling, DwellingEvent> decision) {
        return dwellings.change(id, cause, decision);
    }

    /** Stores dwellings as if they had been there for long, telling nobody; see {@link Bulk#place}. */
    public Bulk.Placement place(Cause.Command cause, Map<String, Dwelling> states) {
        return bulk.place(cause, states);
    }
}
