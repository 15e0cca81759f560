package org.xinju.points.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Loaded;
import org.xinju.events.Stored;
import org.xinju.points.account.Account.AccountEvent;
import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealing;

/** The only door to the stored accounts; keeps every ledger at what the facts and the day make of it. */
@Component
class Accounts {

    static final String COLLECTION = "accounts";
    static final String RESIDENT = "resident";

    private final Aggregates<Account, AccountEvent> accounts;
    private final LedgerPages pages;
    private final PolicyVersion policy;
    private final Sealing sealing;
    private final Clock clock;

    Accounts(Events events, LedgerPages pages, PolicyVersion policy, Sealing sealing, Clock clock) {
        this.accounts = events.aggregates(AggregateType.<Account, AccountEvent>of(
                "points.account", COLLECTION, "points.accounts", Account.class, Account.Published::of).indexed("state.changesOn"));
        this.pages = pages;
        this.policy = policy;
        this.sealing = sealing;
        this.clock = clock;
    }

    Optional<Stored<Account>> find(String residentId) {
        return accounts.find(residentId);
    }

    /** The facts of an account, as known now. */
    Optional<Facts> facts(String residentId) {
        return accounts.load(residentId).flatMap(this::facts);
    }

    /** The score today, computed from the facts; equals the sum of the ledger once that is settled to today. */
    Score scoreToday(Facts facts) {
        return Engine.score(policy, facts, LocalDate.now(clock));
    }

    /** Accounts whose score changes by itself on or before today. */
    List<Stored<Account>> due(int limit) {
        return accounts.page(Filters.lte("state.changesOn", LocalDate.now(clock).toString()), "", limit);
    }

    /** Brings the ledger to what facts and day make of it; does nothing where no resident is known yet. */
    void settle(String residentId, Cause cause) {
        accounts.recompute(residentId, cause, loaded -> {
            var facts = facts(loaded).orElseThrow(() -> new IllegalStateException("settled before the resident was taken in: "
                    + residentId));
            var before = loaded.state();
            var settled = settled(residentId, before.map(Account::ledger).orElse(Ledger.empty(policy.reference())), facts);
            var ledger = pages.close(residentId, settled.ledger());
            var score = settled.score();
            var within = loaded.intake(RESIDENT, ResidentKnown.class).orElseThrow().state().within();
            var threshold = policy.thresholds().getLast();
            var after = new Account(ledger, within, ledger.sum(), score.standing(threshold), score.changesOn());
            return before.filter(after::equals).isPresent() ? Change.unchanged(after)
                    : new Change.Accepted<>(after, after.eventsAfter(before.orElse(null), settled.appended(), threshold.points()));
        });
    }

    private record Result(Ledger ledger, Score score, int appended) {}

    private Result settled(String residentId, Ledger current, Facts facts) {
        var ledger = Settlement.needsPages(current, facts) ? current.unfold(pages.of(residentId)) : current;
        var settled = Settlement.settle(ledger, policy, facts, LocalDate.now(clock), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Result(current.append(settled), settled.score(), settled.appended().size());
    }

    private Optional<Facts> facts(Loaded<Account> loaded) {
        return loaded.intake(RESIDENT, ResidentKnown.class).map(known -> ResidentFacts.of(known,
                LocalDate.parse(sealing.open(FieldClass.BIRTH_DATE, loaded.id(), known.state().birthDate()))));
    }
}
