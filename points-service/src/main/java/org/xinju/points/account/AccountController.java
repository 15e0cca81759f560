package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.points.engine.Input;
import org.xinju.points.explain.Explainer;
import org.xinju.points.explain.Explanation;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.privacy.access.Purpose;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Cursor;
import org.xinju.web.Looks;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;
import org.xinju.web.SignIns;

/** Shows accounts: to the resident line by line in plain words, to staff of the area for a purpose. */
@RestController
@RequestMapping("/api/points/accounts")
class AccountController {

    static final Rule UNKNOWN = Rule.unknown("account-unknown", "product P3");
    static final Rule NOT_BOUND = Rule.unknown("sign-in-not-bound", "product R9");

    private static final String RESIDENT = "RESIDENT";
    private static final Role[] STAFF = {Role.POINTS_OFFICER, Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM};

    private final Accounts accounts;
    private final LedgerPages pages;
    private final SignIns signIns;
    private final PolicyVersion policy;
    private final Looks looks;

    AccountController(Accounts accounts, LedgerPages pages, SignIns signIns, PolicyVersion policy, Looks looks) {
        this.accounts = accounts;
        this.pages = pages;
        this.signIns = signIns;
        this.policy = policy;
        this.looks = looks;
    }

    /** An account and its score today, explained. */
    record View(String id, Explanation score) {}

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
        var own = signIns.targets(caller, RESIDENT).stream().findFirst().orElseThrow(() -> RejectedException.of(NOT_BOUND));
        return explained(caller, own, Purpose.OWN_DATA, locale);
    }

    /** Staff give a purpose; a resident reads the own account without. */
    @GetMapping("/{id}")
    ResponseEntity<View> read(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose,
            Locale locale) {
        return explained(caller, id, allowed(caller, id, purpose), locale);
    }

    /** The ledger, oldest entry first, closed pages included. */
    @GetMapping("/{id}/entries")
    Page<EntryView> entries(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        var why = allowed(caller, id, purpose);
        var account = account(id);
        looks.record(caller, "ledger.read", why, List.of(id), List.of("points"));
        var after = Cursor.number(cursor);
        var found = Stream.concat(pages.of(id).stream().flatMap(page -> page.entries().stream()), account.state().ledger().entries()
                .stream())
                .filter(e -> e.number() > after).limit(Cursor.limit(limit) + 1L).toList();
        return Page.of(found, limit, e -> Long.toString(e.number()), EntryView::of);
    }

    private ResponseEntity<View> explained(Caller caller, String id, Purpose purpose, Locale locale) {
        var account = account(id);
        looks.record(caller, "account.read", purpose, List.of(id), List.of("points", "age"));
        var facts = accounts.facts(id).orElseThrow(() -> RejectedException.of(UNKNOWN));
        var explanation = Explainer.explain(policy, accounts.scoreToday(facts), facts, locale);
        return Answers.found(account, stored -> new View(stored.id(), explanation));
    }

    /** Somebody outside the caller's areas is as unknown as somebody without an account. */
    private Purpose allowed(Caller caller, String id, @Nullable String purpose) {
        if (signIns.targets(caller, RESIDENT).contains(id)) {
            return Purpose.OWN_DATA;
        }
        caller.require(STAFF);
        var why = Looks.purpose(purpose == null ? "" : purpose);
        if (!caller.covers(account(id).state().within())) {
            throw RejectedException.of(UNKNOWN);
        }
        return why;
    }

    private Stored<Account> account(String id) {
        return accounts.find(id).orElseThrow(() -> RejectedException.of(UNKNOWN));
    }
}
