package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Loaded;
import org.xinju.events.Marks;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.points.account.Account.AccountEvent;
import org.xinju.points.confirmation.Confirmation;
import org.xinju.points.confirmation.Confirmations;
import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Fact;
import org.xinju.points.engine.Facts;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.FactType;
import org.xinju.points.policy.PolicyReference;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.publishing.Policies;
import org.xinju.points.statistics.Numbers;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealing;
import org.xinju.web.Reach;

/** The only door to the stored accounts; keeps every ledger at what the facts and the day make of it. */
@Component
class Accounts {

    static final String COLLECTION = "accounts";
    static final String RESIDENT = "resident";

    private static final int AT_ONCE = 500;

    static final Rule BEFORE_BIRTH = Rule.invalid("fact-before-birth", "product P2: facts are dated");

    private final Aggregates<Account, AccountEvent> accounts;
    private final Marks marks;
    private final LedgerPages pages;
    private final Policies policies;
    private final Sealing sealing;
    private final Clock clock;

    Accounts(Events events, LedgerPages pages, Policies policies, Sealing sealing, Clock clock) {
        this.accounts = events.aggregates(AggregateType.<Account, AccountEvent>of(
                "points.account", COLLECTION, "points.accounts", Account.class, Account.Published::of).indexed("state.changesOn")
                .indexed("state.waitedFor", "_id").indexed("state.countedFrom").indexed("state.area", "_id").counted((before, after) -> after.touched(before)));
        this.marks = accounts.marks();
        this.pages = pages;
        this.policies = policies;
        this.sealing = sealing;
        this.clock = clock;
    }

    Optional<Stored<Account>> find(String residentId) {
        return accounts.find(residentId);
    }

    /** The facts of an account, as known now. */
    Optional<Facts> facts(String residentId) {
        return accounts.load(residentId)
                .flatMap(loaded -> facts(loaded, loaded.state().map(Account::confirmations).orElse(Confirmations.NONE)));
    }

    /** The score today, computed from the facts; equals the sum of the ledger once that is settled to today. */
    Score scoreToday(PolicyVersion policy, Facts facts) {
        return Engine.score(policy, facts, LocalDate.now(clock));
    }

    /** Entries of the ledger of one version, oldest first, closed pages included; empty when the account has no such ledger. */
    Optional<List<Entry>> entries(Stored<Account> account, PolicyReference policy) {
        var state = account.state();
        var ledger = Stream.concat(Stream.of(state.ledger()), state.ended().stream()).filter(one -> one.policy().equals(policy)).findFirst()
                .or(() -> pages.putAway(account.id(), policy));
        return ledger.map(one -> Stream.concat(pages.of(account.id(), policy).stream().flatMap(page -> page.entries().stream()),
                one.entries().stream()).toList());
    }

    /** Accounts whose score changes by itself on or before today. */
    List<Stored<Account>> due(int limit) {
        return accounts.page(Filters.lte("state.changesOn", LocalDate.now(clock).toString()), "", limit);
    }

    /** Accounts that are counted by a version which another one has taken over from. */
    List<Stored<Account>> outdated(int limit) {
        return accounts.page(Filters.lt("state.countedFrom", policies.inForce().effectiveFrom().toString()), "", limit);
    }

    /** Accounts with a draft for one of these departments, in the order of ids. */
    List<Stored<Account>> waitingFor(Collection<String> departments, String afterId, int limit) {
        return accounts.page(Filters.in("state.waitedFor", departments), afterId, limit);
    }

    /** The areas whose statistics have to be counted anew. */
    Marks marks() {
        return marks;
    }

    /** Counts the points of the people of an area. */
    Numbers count(String area) {
        var counting = new Numbers.Counting();
        for (var some = accounts.page(Filters.eq("state.area", area), "", AT_ONCE); !some.isEmpty();
                some = accounts.page(Filters.eq("state.area", area), some.getLast().id(), AT_ONCE)) {
            some.forEach(one -> counting.add(one.state().within(), one.state().standing(), one.state().ledger().balances().indicators()));
        }
        return counting.result();
    }

    /** Brings the ledger to what facts and day make of it; does nothing where no resident is known yet. */
    void settle(String residentId, Cause cause) {
        var outcome = accounts.recompute(residentId, cause, loaded -> {
            var before = loaded.state();
            var settled = settled(loaded, before.map(Account::confirmations).orElse(Confirmations.NONE));
            return before.filter(settled.account()::equals).isPresent() ? Change.unchanged(settled.account())
                    : new Change.Accepted<>(settled.account(), events(before.orElse(null), settled));
        });
        tidy(residentId, outcome);
    }

    /** Changes confirmations, and the ledger with them in the same write. */
    Outcome<Account> confirm(String residentId, Cause cause, Reach<Account> reach,
            Function<Confirmations, Change<Confirmations, Confirmation>> act) {
        return reach.of(accounts.change(residentId, cause, loaded ->
                reach.<AccountEvent>decision(before -> confirmed(loaded, before, act.apply(before.confirmations()))).on(loaded)));
    }

    /** Puts ended ledgers away before the account goes on without them. What a crash leaves in the account is put away another time. */
    private void tidy(String residentId, Outcome<Account> outcome) {
        if (outcome instanceof Outcome.Done<Account> done && !done.stored().state().ended().isEmpty()) {
            var ended = done.stored().state().ended();
            ended.forEach(ledger -> pages.putAway(residentId, ledger));
            accounts.change(residentId, new Cause.Deadline("put away " + ended.getLast().policy()), loaded -> {
                var now = loaded.state().orElseThrow();
                return now.ended().equals(ended) ? Change.of(now.tidied(), new AccountEvent.Settled(0)) : Change.unchanged(now);
            });
        }
    }

    private Change<Account, AccountEvent> confirmed(Loaded<Account> loaded, Account before, Change<Confirmations, Confirmation> change) {
        return switch (change) {
            case Change.Rejected<Confirmations, Confirmation>(var rejection) -> new Change.Rejected<>(rejection);
            case Change.Unchanged<Confirmations, Confirmation> _ -> Change.unchanged(before);
            case Change.Accepted<Confirmations, Confirmation>(var after, var changed) -> {
                var born = born(facts(loaded, after).orElseThrow());
                if (changed.stream().anyMatch(one -> one.last().claim().from().isBefore(born))) {
                    yield new Change.Rejected<>(Rejection.of(BEFORE_BIRTH).at("fact.from"));
                }
                var settled = settled(loaded, after);
                var events = new ArrayList<AccountEvent>();
                changed.forEach(one -> events.add(new AccountEvent.ConfirmationChanged(one.id(), one.status())));
                events.addAll(events(before, settled));
                yield new Change.Accepted<>(settled.account(), events);
            }
        };
    }

    /** {@link LocalDate#MIN} where the policy does not look at it. */
    private LocalDate born(Facts known) {
        var policy = policies.inForce();
        return policy.facts().stream().map(FactType::kind).filter(policy::isBirth).flatMap(kind -> known.ofKind(kind).stream()).map(Fact::from)
                .findFirst().orElse(LocalDate.MIN);
    }

    private record Result(Account account, int appended, BigDecimal threshold) {}

    private static List<AccountEvent> events(@Nullable Account before, Result settled) {
        return settled.account().eventsAfter(before, settled.appended(), settled.threshold());
    }

    private Result settled(Loaded<Account> loaded, Confirmations confirmations) {
        var id = loaded.id();
        var facts = facts(loaded, confirmations).orElseThrow(() -> new IllegalStateException("settled before the resident was taken in: "
                + id));
        var before = loaded.state();
        var today = LocalDate.now(clock);
        var timeline = policies.timeline();
        var current = before.map(Account::ledger).orElseGet(() -> Ledger.empty(timeline.inForce(today).reference()));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var brought = Succession.of(current, timeline, facts, today, now, ledger -> ledger.unfold(pages.of(id, ledger.policy())));
        var ledger = pages.close(id, brought.ledger());
        var policy = timeline.version(ledger.policy());
        var threshold = policy.thresholds().getLast();
        var resident = loaded.intake(RESIDENT, ResidentKnown.class).orElseThrow().state();
        var ended = Stream.concat(before.stream().flatMap(account -> account.ended().stream()), brought.ended().stream()).toList();
        return new Result(new Account(ledger, resident.within(), ledger.sum(), brought.score().standing(threshold), brought.score().changesOn(),
                confirmations, confirmations.waitedFor(), policy.effectiveFrom(), ended, before.map(Account::earlier).orElse(List.of()),
                resident.area()), brought.appended(), threshold.points());
    }

    private Optional<Facts> facts(Loaded<Account> loaded, Confirmations confirmations) {
        return loaded.intake(RESIDENT, ResidentKnown.class).map(known -> ResidentFacts.of(known,
                LocalDate.parse(sealing.open(FieldClass.BIRTH_DATE, loaded.id(), known.state().birthDate())))
                .and(confirmations.facts()));
    }
}
