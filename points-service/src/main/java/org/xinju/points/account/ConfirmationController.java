package org.xinju.points.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.points.confirmation.Act;
import org.xinju.points.confirmation.Claim;
import org.xinju.points.confirmation.ClaimRequest;
import org.xinju.points.confirmation.ClaimRequest.EvidenceGiven;
import org.xinju.points.confirmation.Confirmation;
import org.xinju.points.confirmation.Confirmation.Status;
import org.xinju.points.confirmation.Confirmations;
import org.xinju.points.confirmation.YearLimit;
import org.xinju.points.fact.Statement;
import org.xinju.points.policy.Indicator;
import org.xinju.points.publishing.Policies;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Looks;
import org.xinju.web.Reach;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Takes drafts from points officers, and from departments what they confirm, refuse, correct and withdraw of their own indicators. */
@RestController
@RequestMapping("/api/points/accounts/{id}/confirmations")
class ConfirmationController {

    static final Rule INDICATOR = Rule.invalid("indicator-unknown", "product P1");
    static final Rule NOT_YOURS = Rule.forbidden("indicator-not-yours", "product P1: each indicator has its department");
    static final Rule AGREED = Rule.invalid("objection-agreed", "domain.md 1.6: re-check");

    private final Accounts accounts;
    private final AccountAccess access;
    private final AwardPlaces places;
    private final Reasons reasons;
    private final ConfirmationViews views;
    private final Policies policies;
    private final Looks looks;
    private final Clock clock;

    ConfirmationController(Accounts accounts, AccountAccess access, AwardPlaces places, Reasons reasons, ConfirmationViews views,
            Policies policies, Looks looks, Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.places = places;
        this.reasons = reasons;
        this.views = views;
        this.policies = policies;
        this.looks = looks;
        this.clock = clock;
    }

    /** A fact for an indicator, and the evidence for it. */
    record Beginning(@Nullable String indicator, @Nullable Statement fact, @Nullable EvidenceGiven evidence) {}

    /** What was so instead. */
    record Correction(@Nullable Statement fact, @Nullable EvidenceGiven evidence, @Nullable String reason) {}

    /** @param reason in words that the resident reads */
    record Reason(@Nullable String reason) {}

    /**
     * What somebody else in the department finds.
     *
     * @param agreed whether the resident is right
     * @param reason in words that the resident reads
     */
    record Answer(@Nullable Boolean agreed, @Nullable String reason) {}

    /** What a change answers: nothing about the resident. */
    record Receipt(String id, String indicator, String department, Status status) {
        static Receipt of(Confirmation one) {
            return new Receipt(one.id(), one.indicator(), one.department(), one.status());
        }
    }

    /** Those of the account, also refused and withdrawn ones; for whom the account itself is shown to. */
    @GetMapping
    List<ConfirmationView> list(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose,
            Locale locale) {
        var why = access.purpose(caller, id, purpose);
        var confirmations = access.account(id).state().confirmations();
        looks.record(caller, "confirmation.list", why, List.of(id), List.of("points"));
        var policy = policies.inForce();
        return confirmations.all().stream().map(one -> views.of(one, policy, locale)).toList();
    }

    /** A department confirms at once; an officer's draft waits for the department, and so does an award with few places for a second person. */
    @PostMapping
    ResponseEntity<Receipt> begin(Caller caller, Command command, @PathVariable String id, @RequestBody Beginning request) {
        caller.require(Role.POINTS_OFFICER, Role.DEPARTMENT);
        var indicator = indicator(request.indicator());
        var departmental = departments(caller).contains(indicator.department());
        if (!departmental && !caller.is(Role.POINTS_OFFICER)) {
            throw RejectedException.of(NOT_YOURS);
        }
        var claim = checked(new ClaimRequest(request.fact(), request.evidence()), indicator);
        var limit = YearLimit.of(indicator).orElse(null);
        var act = new Act(departmental && indicator.quota() == null ? Status.CONFIRMED : Status.DRAFTED, claim, caller.signIn(), now(), null);
        var begun = new Confirmation(command.createdId(), indicator.code(), indicator.department(), List.of(act));
        var reach = new Reach<Account>(account -> departmental || caller.covers(account.within()), AccountAccess.UNKNOWN);
        return answer(accounts.confirm(id, command.cause(request, 201), reach, all -> all.begin(begun, limit)), begun.id());
    }

    @PostMapping("/{confirmation}/approvals")
    ResponseEntity<Receipt> approve(Caller caller, Command command, @PathVariable String id, @PathVariable String confirmation) {
        caller.require(Role.DEPARTMENT);
        var departments = departments(caller);
        var account = accounts.find(id);
        var draft = account.flatMap(one -> one.state().confirmations().find(confirmation))
                .filter(one -> departments.contains(one.department())).orElseThrow(() -> RejectedException.of(Confirmations.UNKNOWN));
        var placing = places.take(account.orElseThrow(), draft, caller.signIn());
        return change(caller, id, confirmation, command.cause("approval", 200), all ->
                all.approve(confirmation, placing, caller.signIn(), now()));
    }

    @PostMapping("/{confirmation}/refusals")
    ResponseEntity<Receipt> refuse(Caller caller, Command command, @PathVariable String id, @PathVariable String confirmation,
            @RequestBody Reason request) {
        return change(caller, id, confirmation, command.cause(request, 200), all ->
                all.refuse(confirmation, caller.signIn(), now(), reasons.seal(confirmation, request.reason())));
    }

    /** The entries that rest on what was wrong are reversed. */
    @PostMapping("/{confirmation}/corrections")
    ResponseEntity<Receipt> correct(Caller caller, Command command, @PathVariable String id, @PathVariable String confirmation,
            @RequestBody Correction request) {
        return change(caller, id, confirmation, command.cause(request, 200), all -> {
            var indicator = indicator(all.find(confirmation).orElseThrow().indicator());
            var right = checked(new ClaimRequest(request.fact(), request.evidence()), indicator);
            return all.correct(confirmation, right, YearLimit.of(indicator).orElse(null), caller.signIn(), now(), reasons.seal(confirmation, request.reason()));
        });
    }

    /** The entries that rest on it are reversed. */
    @PostMapping("/{confirmation}/withdrawals")
    ResponseEntity<Receipt> withdraw(Caller caller, Command command, @PathVariable String id, @PathVariable String confirmation,
            @RequestBody Reason request) {
        return change(caller, id, confirmation, command.cause(request, 200), all ->
                all.withdraw(confirmation, caller.signIn(), now(), reasons.seal(confirmation, request.reason())));
    }

    /** The resident does not agree with what was confirmed or refused. It stands until somebody else in the department has looked again. */
    @PostMapping("/{confirmation}/objections")
    ResponseEntity<Receipt> object(Caller caller, Command command, @PathVariable String id, @PathVariable String confirmation,
            @RequestBody Reason request) {
        access.requireOwn(caller, id);
        return answer(accounts.confirm(id, command.cause(request, 200), holding(confirmation, _ -> true), all ->
                all.object(confirmation, caller.signIn(), now(), reasons.seal(confirmation, request.reason()))), confirmation);
    }

    @PostMapping("/{confirmation}/answers")
    ResponseEntity<Receipt> answer(Caller caller, Command command, @PathVariable String id, @PathVariable String confirmation,
            @RequestBody Answer request) {
        return change(caller, id, confirmation, command.cause(request, 200), all -> {
            if (request.agreed() == null) {
                throw new RejectedException(List.of(Rejection.of(AGREED).at("agreed")));
            }
            var limited = all.find(confirmation).filter(one -> places.isLimited(one.indicator())).isPresent();
            return all.answer(confirmation, request.agreed(), limited, caller.signIn(), now(), reasons.seal(confirmation, request.reason()));
        });
    }

    /** A confirmation of another department is as unknown as one that does not exist. */
    private ResponseEntity<Receipt> change(Caller caller, String id, String confirmation, Cause cause,
            Function<Confirmations, Change<Confirmations, Confirmation>> act) {
        caller.require(Role.DEPARTMENT);
        var departments = departments(caller);
        var outcome = accounts.confirm(id, cause, holding(confirmation, one -> departments.contains(one.department())), act);
        if (outcome instanceof Outcome.Done<Account> done) {
            done.stored().state().confirmations().find(confirmation).ifPresent(one -> places.giveBack(done.stored(), one));
        }
        return answer(outcome, confirmation);
    }

    private static Reach<Account> holding(String confirmation, Predicate<Confirmation> visible) {
        return new Reach<>(account -> account.confirmations().find(confirmation).filter(visible).isPresent(), Confirmations.UNKNOWN);
    }

    private static ResponseEntity<Receipt> answer(Outcome<Account> outcome, String confirmation) {
        return Answers.of(outcome, account -> Receipt.of(account.state().confirmations().find(confirmation).orElseThrow()));
    }

    private Set<String> departments(Caller caller) {
        return caller.is(Role.DEPARTMENT) ? policies.inForce().departmentsOf(caller.areas()) : Set.of();
    }

    private Indicator indicator(@Nullable String code) {
        var policy = policies.inForce();
        return policy.indicators().stream().filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow(() -> new RejectedException(List.of(Rejection.of(INDICATOR,
                        String.join(", ", policy.indicators().stream().map(Indicator::code).toList())).at("indicator"))));
    }

    private Claim checked(ClaimRequest request, Indicator indicator) {
        var faults = request.faults(policies.inForce(), indicator, LocalDate.now(clock));
        if (!faults.isEmpty()) {
            throw new RejectedException(faults);
        }
        return request.claim(indicator);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
