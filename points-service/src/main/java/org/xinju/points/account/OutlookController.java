package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.points.engine.Engine;
import org.xinju.points.engine.Facts;
import org.xinju.points.explain.ExplainedWays;
import org.xinju.points.explain.Explainer;
import org.xinju.points.explain.Explanation;
import org.xinju.points.explain.WayExplainer;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.publishing.Policies;
import org.xinju.points.way.Ways;
import org.xinju.web.Caller;
import org.xinju.web.Looks;
import org.xinju.web.RejectedException;

/** Looks ahead: what would come of something, and what leads to the threshold. Seen by who may see the account; nothing is stored. */
@RestController
@RequestMapping("/api/points/accounts/{id}")
class OutlookController {

    private static final List<String> SEEN = List.of("points", "age");

    private final AccountAccess access;
    private final Accounts accounts;
    private final Policies policies;
    private final Looks looks;
    private final Clock clock;

    OutlookController(AccountAccess access, Accounts accounts, Policies policies, Looks looks, Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.policies = policies;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * The score of a day as it would be.
     *
     * @param without total of that day if nothing is supposed, scale 2
     */
    record Supposed(String id, BigDecimal without, Explanation score) {}

    /** The ways to the next threshold. */
    record Outlook(String id, ExplainedWays outlook) {}

    /** By the policy that holds on the day asked about. Changes nothing, so it needs no key. */
    @PostMapping("/what-ifs")
    Supposed suppose(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose,
            @RequestBody WhatIf request, Locale locale) {
        var facts = seen(caller, id, purpose, "account.what-if");
        var today = LocalDate.now(clock);
        var policy = policies.timeline().inForce(request.day(today));
        var faults = request.faults(policy, facts, today);
        if (!faults.isEmpty()) {
            throw new RejectedException(faults);
        }
        var day = request.day(today);
        var supposed = request.applied(facts);
        return new Supposed(id, Engine.score(policy, facts, day).total(),
                Explainer.explain(policy, Engine.score(policy, supposed, day), supposed, locale));
    }

    @GetMapping("/ways")
    Outlook ways(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String purpose, Locale locale) {
        var facts = seen(caller, id, purpose, "account.ways");
        var policy = policies.inForce();
        var next = policies.timeline().after(policy.reference()).map(PolicyVersion::effectiveFrom).map(day -> day.minusDays(1));
        return new Outlook(id, WayExplainer.explain(policy, Ways.of(policy, facts, LocalDate.now(clock), next.orElse(null)), locale));
    }

    private Facts seen(Caller caller, String id, @Nullable String purpose, String action) {
        var why = access.purpose(caller, id, purpose);
        var facts = accounts.facts(id).orElseThrow(() -> RejectedException.of(AccountAccess.UNKNOWN));
        looks.record(caller, action, why, List.of(id), SEEN);
        return facts;
    }
}
