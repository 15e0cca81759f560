package org.xinju.points.quota;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Stored;
import org.xinju.points.policy.Indicator;
import org.xinju.points.quota.AwardYear.AwardYearEvent;
import org.xinju.web.Answers;
import org.xinju.web.RejectedException;

/** The only door to the stored places. */
@Component
public class AwardYears {

    private final Aggregates<AwardYear, AwardYearEvent> years;

    AwardYears(Events events) {
        this.years = events.aggregates(AggregateType.of("points.award-year", "awardYears", "points.awardYears", AwardYear.class,
                AwardYear::published));
    }

    static String id(String indicator, String area, int year) {
        return indicator + "/" + area + "/" + year;
    }

    Optional<Stored<AwardYear>> find(String id) {
        return years.find(id);
    }

    /** All that have places, in the order of ids. */
    public List<Stored<AwardYear>> page(String afterId, int limit) {
        return years.page(Filters.exists("state"), afterId, limit);
    }

    Outcome<AwardYear> set(String id, Cause cause, Indicator indicator, int counted) {
        var share = Objects.requireNonNull(indicator.quota()).share();
        return years.change(id, cause, loaded -> loaded.state().map(year -> year.set(counted, share))
                .orElseGet(() -> Change.of(AwardYear.of(counted, share, List.of()), new AwardYearEvent.PlacesSet())));
    }

    /**
     * A place for a confirmation, in the smallest of the areas for which there are any.
     *
     * @param within areas the resident lives in, from the largest down
     * @return the place and how many there are
     * @throws RejectedException when there is no place
     */
    public Taken take(String indicator, List<String> within, int year, String account, String confirmation) {
        var id = within.reversed().stream().map(area -> id(indicator, area, year)).filter(one -> years.find(one).isPresent()).findFirst()
                .orElseThrow(() -> RejectedException.of(AwardYear.UNKNOWN, indicator, year));
        var done = Answers.done(years.change(id, new Cause.Deadline("take " + confirmation),
                loaded -> loaded.state().orElseThrow().take(account, confirmation)));
        var state = done.stored().state();
        return new Taken(state.of(confirmation).orElseThrow().number(), state.places());
    }

    /** A place, and how many there are. */
    public record Taken(int place, int places) {}

    /** Gives the place of a confirmation back, wherever it is. */
    public void giveBack(String indicator, Collection<String> within, int year, String confirmation) {
        within.forEach(area -> giveBack(id(indicator, area, year), confirmation));
    }

    /** Gives the place of a confirmation back. */
    public void giveBack(String id, String confirmation) {
        if (years.find(id).flatMap(year -> year.state().of(confirmation)).isPresent()) {
            years.change(id, new Cause.Deadline("give back " + confirmation), loaded -> loaded.state().orElseThrow().giveBack(confirmation));
        }
    }
}
