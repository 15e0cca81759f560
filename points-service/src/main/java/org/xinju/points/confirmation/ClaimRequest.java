package org.xinju.points.confirmation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.points.fact.Statement;
import org.xinju.points.policy.Evidence;
import org.xinju.points.policy.Indicator;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.Quota;
import org.xinju.points.policy.Scoring;

/** A claim as it comes in, not checked yet. */
public record ClaimRequest(@Nullable Statement fact, @Nullable EvidenceGiven evidence) {

    static final Rule FACT = Rule.invalid("claim-fact", "product P2");
    static final Rule NOT_OF_INDICATOR = Rule.invalid("claim-not-of-indicator", "product P1: an indicator says what it looks at");
    static final Rule EVIDENCE_KIND = Rule.invalid("evidence-kind", "product P1: an indicator says what proves it");
    static final Rule EVIDENCE_REFERENCE = Rule.invalid("evidence-reference", "architecture.md, privacy: least data");
    static final Rule EVIDENCE_DAY = Rule.invalid("evidence-day", "product P2: facts are dated, with a source");

    private static final Pattern REFERENCE = Pattern.compile("[\\p{IsHan}\\p{Alnum}〔〕（）\\[\\]()#/ .-]{1,40}");
    /** As long as the number of a phone or of an identity document. */
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("\\d{11}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Evidence as it is named in a request. */
    public record EvidenceGiven(@Nullable String kind, @Nullable String reference, @Nullable LocalDate issuedOn) {}

    /** Why this cannot be claimed for the indicator, field by field; empty when it can. */
    public List<Rejection> faults(PolicyVersion policy, Indicator indicator, LocalDate today) {
        var faults = new ArrayList<Rejection>();
        var stated = stated(indicator);
        if (stated == null) {
            faults.add(Rejection.of(FACT).at("fact"));
        } else {
            faults.addAll(stated.faults(policy, today, "fact."));
            var kinds = indicator.scoring().leaves().stream().map(Scoring.Leaf::fact).distinct().toList();
            if (faults.stream().noneMatch(fault -> "fact.kind".equals(fault.field())) && !kinds.contains(stated.kind())) {
                faults.add(Rejection.of(NOT_OF_INDICATOR, String.join(", ", kinds)).at("fact.kind"));
            }
        }
        evidence(indicator, today, faults);
        return faults;
    }

    private void evidence(Indicator indicator, LocalDate today, List<Rejection> faults) {
        var given = evidence == null ? new EvidenceGiven(null, null, null) : evidence;
        var kinds = indicator.evidence().stream().map(Evidence::code).toList();
        if (given.kind() == null || !kinds.contains(given.kind())) {
            faults.add(Rejection.of(EVIDENCE_KIND, String.join(", ", kinds)).at("evidence.kind"));
        }
        if (given.reference() == null || given.reference().isBlank() || !REFERENCE.matcher(given.reference()).matches()
                || PERSONAL_NUMBER.matcher(given.reference()).find()) {
            faults.add(Rejection.of(EVIDENCE_REFERENCE).at("evidence.reference"));
        }
        if (given.issuedOn() == null || given.issuedOn().isBefore(EARLIEST) || given.issuedOn().isAfter(today)) {
            faults.add(Rejection.of(EVIDENCE_DAY, EARLIEST, today).at("evidence.issuedOn"));
        }
    }

    /** Where places are limited, a claim has none until it is approved, whatever was sent. */
    private @Nullable Statement stated(Indicator indicator) {
        if (fact == null || indicator.quota() == null) {
            return fact;
        }
        var amounts = new HashMap<>(fact.amounts());
        amounts.put(Quota.PLACE, BigDecimal.ZERO);
        amounts.put(Quota.PLACES, BigDecimal.ZERO);
        return new Statement(fact.kind(), fact.from(), fact.until(), fact.level(), amounts);
    }

    /** @throws NullPointerException unless {@link #faults} has found none */
    public Claim claim(Indicator indicator) {
        var stated = Objects.requireNonNull(stated(indicator));
        var given = Objects.requireNonNull(evidence);
        return new Claim(stated.statedKind(), stated.statedFrom(), stated.until(), stated.level(), stated.amounts(),
                new Proof(Objects.requireNonNull(given.kind()), Objects.requireNonNull(given.reference()).strip(),
                        Objects.requireNonNull(given.issuedOn())));
    }
}
