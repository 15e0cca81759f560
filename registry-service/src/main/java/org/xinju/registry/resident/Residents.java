package org.xinju.registry.resident;

import java.util.Collection;
import java.util.HashMap;
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

/** The only door to the stored residents. */
@Component
public class Residents {

    static final AggregateType<Resident, ResidentEvent> TYPE = AggregateType.<Resident, ResidentEvent>of(
                    "registry.resident", "residents", "registry.residents", Resident.class, ResidentPublished::of)
            .unique("state.papers.indexes")
            .indexed("state.phone.indexes")
            .indexed("state.nameIndexes")
            .indexed("state.unplacedWithin", "_id");

    private final Aggregates<Resident, ResidentEvent> residents;
    private final Bulk<Resident, ResidentEvent> bulk;

    Residents(Events events) {
        this.residents = events.aggregates(TYPE);
        this.bulk = new Bulk<>(residents);
    }

    public Optional<Stored<Resident>> find(String id) {
        return residents.find(id);
    }

    List<Stored<Resident>> byNumber(List<String> indexes) {
        return residents.find(Filters.in("state.papers.indexes", indexes));
    }

    List<Stored<Resident>> byPhone(List<String> indexes) {
        return residents.find(Filters.in("state.phone.indexes", indexes));
    }

    List<Stored<Resident>> byName(List<String> indexes) {
        return residents.find(Filters.in("state.nameIndexes", indexes));
    }

    /** Those whose grid is not known, in areas below the given ones. */
    List<Stored<Resident>> unplaced(Collection<String> areas, String afterId, int limit) {
        return residents.page(Filters.in("state.unplacedWithin", areas), afterId, limit);
    }

    /** The registered persons among these blind index values of ID numbers, by each of their values. */
    public Map<String, Stored<Resident>> byNumbers(Collection<String> indexes) {
        var found = new HashMap<String, Stored<Resident>>();
        residents.find(Filters.in("state.papers.indexes", indexes))
                .forEach(stored -> stored.state().papers().indexes().forEach(index -> found.put(index, stored)));
        return found;
    }

    public Outcome<Resident> change(String id, Cause cause, Decision<Resident, ResidentEvent> decision) {
        return residents.change(id, cause, decision);
    }

    public Map<String, Outcome<Resident>> changeAll(List<Bulk.Item<Resident, ResidentEvent>> items) {
        return bulk.change(items);
    }

    /** Stores residents as if they had been there for long, telling nobody; see {@link Bulk#place}. */
    public Bulk.Placement place(Cause.Command cause, Map<String, Resident> states) {
        return bulk.place(cause, states);
    }
}
