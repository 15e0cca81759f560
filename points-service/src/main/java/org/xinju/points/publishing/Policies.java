package org.xinju.points.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.mongodb.client.model.Filters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.points.policy.PolicyReader;
import org.xinju.points.policy.PolicyTimeline;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.publishing.Edition.EditionEvent;
import org.xinju.points.publishing.Edition.Status;

/** The only door to the stored editions, and what says which version of the policy holds. */
@Component
public class Policies {

    /** Phase of the start in which the editions that come with the service are there. */
    public static final int READY_PHASE = 0;

    private static final String THE_SERVICE = "points-service";

    private final Aggregates<Edition, EditionEvent> editions;
    private final Clock clock;
    private final PolicyReader reader = new PolicyReader();
    private final Map<String, PolicyVersion> published = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    /** What was published when this day began here. */
    private record Known(LocalDate day, PolicyTimeline timeline) {}

    Policies(Events events, Clock clock) {
        this.editions = events.aggregates(AggregateType.<Edition, EditionEvent>of("points.policy", "policies", "points.policies", Edition.class,
                Edition::published).indexed("state.status", "_id").unique("state.publishedFrom"));
        this.clock = clock;
    }

    /** Stores one that comes with the service, unless it is there. */
    void keep(String document) {
        var policy = reader.read(document).orThrow();
        var edition = Edition.draft(policy, document, THE_SERVICE).publishedNow();
        editions.change(policy.reference().toString(), new Cause.Deadline("comes with the service"), loaded -> loaded.state()
                .<Change<Edition, EditionEvent>>map(Change::unchanged).orElseGet(() -> Change.of(edition, new EditionEvent.Published())));
    }

    /** The version that holds today. */
    public PolicyVersion inForce() {
        return timeline().inForce(LocalDate.now(clock));
    }

    /** All published versions. Read from the store when a legal day begins: what is published on a day holds two days later at the soonest. */
    public PolicyTimeline timeline() {
        var today = LocalDate.now(clock);
        var now = known;
        if (now == null || !now.day().equals(today)) {
            now = new Known(today, new PolicyTimeline(editions.find(Filters.eq("state.status", Status.PUBLISHED.name())).stream()
                    .map(this::version).toList()));
            known = now;
        }
        return now.timeline();
    }

    /** What an edition's document says. */
    PolicyVersion version(Stored<Edition> edition) {
        return edition.state().status() == Status.PUBLISHED
                ? published.computeIfAbsent(edition.id(), _ -> read(edition.state())) : read(edition.state());
    }

    private PolicyVersion read(Edition edition) {
        return reader.read(edition.document()).orThrow();
    }

    Optional<Stored<Edition>> find(String reference) {
        return editions.find(reference);
    }

    /** In the order of references. */
    List<Stored<Edition>> page(List<Status> statuses, String afterReference, int limit) {
        return editions.page(Filters.in("state.status", statuses.stream().map(Status::name).toList()), afterReference, limit);
    }

    Outcome<Edition> draft(PolicyVersion policy, Cause cause, Edition draft) {
        return editions.change(policy.reference().toString(), cause, loaded -> loaded.state().isPresent() ? Change.rejected(Edition.TAKEN)
                : Change.of(draft, new EditionEvent.Drafted()));
    }

    Outcome<Edition> change(String reference, Cause cause, Function<Edition, Change<Edition, EditionEvent>> act) {
        return editions.change(reference, cause, loaded -> loaded.state().map(act).orElseGet(() -> Change.rejected(Edition.UNKNOWN)));
    }

    Outcome<Edition> publish(String reference, Cause cause) {
        var outcome = change(reference, cause, edition -> edition.publish(read(edition), LocalDate.now(clock)));
        return outcome instanceof Outcome.Taken<Edition> ? new Outcome.Rejected<>(Rejection.of(Edition.DATE_TAKEN)) : outcome;
    }
}
