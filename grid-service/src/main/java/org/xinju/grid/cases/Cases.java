package org.xinju.grid.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Bulk;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.grid.clock.WorkingTime;
import org.xinju.grid.loop.Loop;
import org.xinju.grid.loop.Transition;
import org.xinju.grid.photo.Photos;

/** The only door to the stored cases. */
@Component
class Cases {

    static final String COLLECTION = "cases";
    private static final String PHOTO_IDS = "state.photoIds";

    private final Aggregates<Case, CaseEvent> store;
    private final Moves moves;
    private final Photos photos;
    private final Clock clock;

    Cases(Events events, Loop loop, WorkingTime working, Photos photos, Clock clock) {
        this.store = events.aggregates(AggregateType.<Case, CaseEvent>of("grid.case", COLLECTION, "grid.cases", Case.class, Case::published)
                .unique("state.number")
                .unique(PHOTO_IDS)
                .indexed("state.reporterKey", "state.listed")
                .indexed("state.scope", "state.state", "state.listed"));
        this.moves = new Moves(loop, working);
        this.photos = photos;
        this.clock = clock;
    }

    Optional<Stored<Case>> find(String id) {
        return store.find(id);
    }

    Optional<Stored<Case>> byNumber(String number) {
        return store.find(Filters.eq("state.number", number)).stream().findFirst();
    }

    Optional<Stored<Case>> byPhoto(String photo) {
        return store.find(Filters.eq(PHOTO_IDS, photo)).stream().findFirst();
    }

    /**
     * Stores a new case under the first of its numbers that is free.
     *
     * @param numbered the case with a number
     */
    Outcome<Case> report(String id, Cause cause, Function<String, Case> numbered) {
        var day = LocalDate.now(clock);
        for (var attempt = 0;; attempt++) {
            var number = CaseNumber.of(id, day, attempt);
            var outcome = store.change(id, cause, loaded -> {
                if (loaded.state().isPresent()) {
                    return Change.unchanged(loaded.state().get());
                }
                var one = numbered.apply(number);
                return arePhotosThere(one.steps().getFirst().photos()) ? Change.of(one, new CaseEvent.Reported())
                        : new Change.Rejected<>(Rejection.of(CaseRules.PHOTO_UNKNOWN).at("photos"));
            });
            if (!(outcome instanceof Outcome.Taken<Case>(var detail)) || detail.contains(PHOTO_IDS)) {
                return photoTaken(outcome);
            }
        }
    }

    /** Stores cases as if they had been there for long; one that is there stays as it is. */
    Bulk.Placement place(Cause.Command cause, Map<String, Case> states) {
        return new Bulk<>(store).place(cause, states);
    }

    /**
     * @param path of the step
     * @param standing of the caller, asked again whenever another write came first
     */
    Outcome<Case> move(String id, Cause cause, String path, Given given, Function<Case, Standing> standing) {
        return photoTaken(store.change(id, cause, loaded -> {
            if (loaded.state().isEmpty()) {
                return Change.rejected(CaseRules.UNKNOWN);
            }
            var one = loaded.state().get();
            var change = moves.move(one, path, given, standing.apply(one), now());
            return change instanceof Change.Accepted<Case, CaseEvent> && !arePhotosThere(given.photos())
                    ? new Change.Rejected<>(Rejection.of(CaseRules.PHOTO_UNKNOWN).at("photos")) : change;
        }));
    }

    /** Looks at the clock of a case. Of many who do it at once, one writes and tells. */
    Outcome<Case> turn(String id) {
        var due = find(id).map(one -> String.valueOf(one.state().turnsAt())).orElse("");
        return store.change(id, new Cause.Deadline("clock " + due), loaded -> moves.turn(loaded.state().orElseThrow(), now()));
    }

    List<Transition> possible(Case one, Standing standing) {
        return moves.possible(one, standing, now());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private boolean arePhotosThere(List<String> ids) {
        return ids.isEmpty() || photos.waiting(ids, clock.instant()).size() == ids.size();
    }

    /** The only other value that a step can share with another case is a photo. */
    private static Outcome<Case> photoTaken(Outcome<Case> outcome) {
        return outcome instanceof Outcome.Taken<Case> ? new Outcome.Rejected<>(Rejection.of(CaseRules.PHOTO_TAKEN).at("photos")) : outcome;
    }
}
