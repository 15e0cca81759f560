package org.xinju.points.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One edition of a points policy, immutable. A score names the version it was computed with; another version gives another score.
 *
 * @param effectiveFrom first legal day on which it holds
 * @param effectiveUntil last legal day; null: until another version takes over
 * @param gaps what the published text says and this version does not, because it is not known
 * @param steps what residents can do to add to their score
 * @param limits what holds for the score as a whole
 * @param thresholds lowest first; the first is the one the resident is led to
 */
public record PolicyVersion(
        PolicyReference reference,
        Names names,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        List<Names> gaps,
        List<FactType> facts,
        List<Department> departments,
        List<Tier> tiers,
        List<Indicator> indicators,
        List<Group> groups,
        List<Step> steps,
        Limits limits,
        List<Threshold> thresholds) {

    /**
     * The whole score lies between these two.
     *
     * @param floor lowest score
     * @param ceiling highest score; null: none
     */
    public record Limits(BigDecimal floor, @Nullable BigDecimal ceiling, Clause clause) {}

    /** In a document, gaps may be left out: none. */
    public PolicyVersion(PolicyReference reference, Names names, LocalDate effectiveFrom, @Nullable LocalDate effectiveUntil,
            @Nullable List<Names> gaps, List<FactType> facts, List<Department> departments, List<Tier> tiers, List<Indicator> indicators,
            List<Group> groups, List<Step> steps, Limits limits, List<Threshold> thresholds) {
        this.reference = reference;
        this.names = names;
        this.effectiveFrom = effectiveFrom;
        this.effectiveUntil = effectiveUntil;
        this.gaps = gaps == null ? List.of() : List.copyOf(gaps);
        this.facts = List.copyOf(facts);
        this.departments = List.copyOf(departments);
        this.tiers = List.copyOf(tiers);
        this.indicators = List.copyOf(indicators);
        this.groups = List.copyOf(groups);
        this.steps = List.copyOf(steps);
        this.limits = limits;
        this.thresholds = List.copyOf(thresholds);
    }

    /** @throws IllegalArgumentException when the policy has no such indicator */
    public Indicator indicator(String code) {
        return find(indicators, indicator -> indicator.code().equals(code), code);
    }

    /** @throws IllegalArgumentException when the policy has no such tier */
    public Tier tier(String code) {
        return find(tiers, tier -> tier.code().equals(code), code);
    }

    /** @throws IllegalArgumentException when the policy has no such group */
    public Group group(String code) {
        return find(groups, group -> group.code().equals(code), code);
    }

    /** @throws IllegalArgumentException when the policy has no such department */
    public Department department(String code) {
        return find(departments, department -> department.code().equals(code), code);
    }

    /** @throws IllegalArgumentException when the policy does not look at this kind of fact */
    public FactType factType(String kind) {
        return find(facts, type -> type.kind().equals(kind), kind);
    }

    /** Codes of the departments for which at least one of these units works. */
    public Set<String> departmentsOf(Collection<String> units) {
        return departments.stream().filter(one -> one.units().stream().anyMatch(units::contains)).map(Department::code)
                .collect(Collectors.toSet());
    }

    /** What a department is called, also one that only another version knows: then its code. */
    public String departmentName(String code, Locale locale) {
        return departments.stream().filter(one -> one.code().equals(code)).findFirst().map(one -> one.names().in(locale)).orElse(code);
    }

    /** What an indicator is called, also one that only another version knows: then its code. */
    public String indicatorName(String code, Locale locale) {
        return indicators.stream().filter(one -> one.code().equals(code)).findFirst().map(one -> one.names().in(locale)).orElse(code);
    }

    /** Whether a fact of this kind begins on somebody's day of birth. */
    public boolean isBirth(String kind) {
        return indicators.stream().flatMap(indicator -> indicator.scoring().leaves().stream())
                .anyMatch(leaf -> leaf instanceof Scoring.AgeTable && leaf.fact().equals(kind));
    }

    /** The lowest threshold above this total, or the highest one. */
    public Threshold thresholdAbove(BigDecimal total) {
        return thresholds.stream().filter(one -> total.compareTo(one.points()) < 0).findFirst().orElse(thresholds.getLast());
    }

    private static <T> T find(List<T> all, Predicate<T> wanted, String code) {
        return all.stream().filter(wanted).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the policy knows no " + code));
    }
}
