package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rule;
import org.xinju.points.engine.Input;
import org.xinju.points.explain.Explainer;
import org.xinju.points.explain.Explanation;
import org.xinju.points.policy.PolicyReference;
import org.xinju.points.publishing.Policies;
import org.xinju.privacy.access.Purpose;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Cursor;
import org.xinju.web.Looks;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;

/** Shows accounts: to the resident line by line in plain words, to staff of the area for a purpose. */
@RestController
@RequestMapping("/api/points/accounts")
class AccountController {

    static final Rule NO_LEDGER = Rule.unknown("ledger-unknown", "product P2: one ledger per resident and policy version");

    private final Accounts accounts;
    private final AccountAccess access;
    private final Policies policies;
    private final Looks looks;

    AccountController(Accounts accounts, AccountAccess access, Policies policies, Looks looks) {
        this.accounts = accounts;
        this.access = access;
        this.policies = policies;
        this.looks = looks;
    }

    /**
     * An account and its score today, explained.
     *
     * @param ledgers the versions of the policy that it has a ledger of, oldest first
     */
    record View(String id, Explanation score, List<String> ledgers) {}

    /** @param reverses number of the entry that this one cancels */
    record EntryView(long number, Entry.Kind kind, String subject, BigDecimal points, String clause, List<Input> inputs, List<String> facts,
            LocalDate validOn, Instant recordedAt, @Nullable Long reverses) {
        static EntryView of(Entry e) {
            return new EntryView(e.number(), e.kind(), e.subject().code(), e.points(), e.clause(), e.inputs(), e.facts(), e.validOn(),
                    e.recordedAt(), e.reverses());
        }
    }

    /** The account of the resident that the caller's sign-in stands for. */
    @GetMapping("/mine")
    ResponseEntity<View> mine(Caller caller, Locale locale) {
        return explained(caller, access.own(caller), Purpose.OWN_DATA, locale);
    }

    /** Staff give a purpose; a resident reads the own account without. */
    @GetMapping("/{id}")
    ResponseEntity<View> read(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose,
            Locale locale) {
        return explained(caller, id, access.purpose(caller, id, purpose), locale);
    }

    /**
     * A ledger, oldest entry first, closed pages included.
     *
     * @param policy version whose ledger is asked for; null: the one that goes on
     */
    @GetMapping("/{id}/entries")
    Page<EntryView> entries(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String policy, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var why = access.purpose(caller, id, purpose);
        var account = access.account(id);
        looks.record(caller, "ledger.read", why, List.of(id), List.of("points"));
        var after = Cursor.number(cursor);
        var entries = account.state().versions().stream()
                .filter(one -> policy == null ? one.equals(account.state().ledger().policy()) : one.toString().equals(policy))
                .findFirst().flatMap(one -> accounts.entries(account, one)).orElseThrow(() -> RejectedException.of(NO_LEDGER));
        var found = entries.stream().filter(e -> e.number() > after).limit(Cursor.limit(limit) + 1L).toList();
        return Page.of(found, limit, e -> Long.toString(e.number()), EntryView::of);
    }

    private ResponseEntity<View> explained(Caller caller, String id, Purpose purpose, Locale locale) {
        var account = access.account(id);
        looks.record(caller, "account.read", purpose, List.of(id), List.of("points", "age"));
        var facts = accounts.facts(id).orElseThrow(() -> RejectedException.of(AccountAccess.UNKNOWN));
        var policy = policies.inForce();
        var explanation = Explainer.explain(policy, accounts.scoreToday(policy, facts), facts, locale);
        return Answers.found(account, stored -> new View(stored.id(), explanation,
                stored.state().versions().stream().map(PolicyReference::toString).toList()));
    }
}
