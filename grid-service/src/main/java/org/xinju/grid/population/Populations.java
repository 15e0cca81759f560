package org.xinju.grid.population;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Ids;
import org.xinju.events.Marks;
import org.xinju.grid.population.Population.PopulationEvent;

/** The numbers of people by area. Any number of replicas may count: each writes on the version that it read before it counted. */
@Component
public class Populations {

    private static final Logger log = LoggerFactory.getLogger(Populations.class);

    private final Aggregates<Population, PopulationEvent> populations;
    private final PresentResidents residents;

    Populations(Events events, PresentResidents residents) {
        this.populations = events.aggregates(AggregateType.of("grid.population", "populations", "grid.populations", Population.class, p -> p));
        this.residents = residents;
    }

    /** People registered and present in each of these, as last counted; nobody where an area is not in the answer. */
    public Map<String, Integer> registered(Collection<String> areas) {
        var registered = new HashMap<String, Integer>();
        find(areas).forEach((area, people) -> registered.put(area, people.registered()));
        return registered;
    }

    Map<String, Population> find(Collection<String> areas) {
        var found = new HashMap<String, Population>();
        populations.find(Filters.in("_id", areas)).forEach(stored -> found.put(stored.id(), stored.state()));
        return found;
    }

    /** Counts every area that somebody came to or left, also what a crash has left. */
    @Scheduled(fixedDelayString = "${xinju.grid.recount-every:500ms}")
    void recount() {
        var counted = 0;
        for (var marks = residents.marks().waiting(); !marks.isEmpty(); marks = residents.marks().waiting()) {
            marks.forEach(this::recount);
            counted += marks.size();
        }
        if (counted > 0) {
            log.debug("counted {} areas anew", counted);
        }
    }

    /** @param marks that were there before the count: what they tell of is in it */
    private void recount(String area, List<Marks.Mark> marks) {
        var cause = Ids.derive(marks.stream().map(mark -> mark.document() + "/" + mark.version()).sorted().toArray(String[]::new));
        populations.recompute(area, new Cause.Deadline("count " + cause), loaded -> {
            var counted = residents.count(area);
            return loaded.state().equals(Optional.of(counted)) ? Change.unchanged(counted) : Change.of(counted, new PopulationEvent.Counted());
        });
        residents.marks().clear(marks);
    }
}
