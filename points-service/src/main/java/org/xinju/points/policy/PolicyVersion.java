package org.xinju.points.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * One edition of a points policy, immutable. A score names the version it was computed with; another version gives another score.
 *
 * @param effectiveFrom first legal day on which it holds
 * @param effectiveUntil last legal day; null: until another version takes over
 * @param limits what holds for the score as a whole
 * @param thresholds lowest first; the first is the one the resident is led to
 */
public record PolicyVersion(
        PolicyReference reference,
        Names names,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        List<FactType> facts,
        List<Department> departments,
        List<Tier> tiers,
        List<Indicator> indicators,
        List<Group> groups,
        Limits limits,
        List<Threshold> thresholds) {

    /**
     * The whole score lies between these two.
     *
     * @param floor lowest score
     * @param ceiling highest score; null: none
     */
    public record Limits(BigDecimal floor, @Nullable BigDecimal ceiling, Clause clause) {}

    public PolicyVersion {
        facts = List.copyOf(facts);
        departments = List.copyOf(departments);
        tiers = List.copyOf(tiers);
        indicators = List.copyOf(indicators);
        groups = List.copyOf(groups);
        thresholds = List.copyOf(thresholds);
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

    private static <T> T find(List<T> all, Predicate<T> wanted, String code) {
        return all.stream().filter(wanted).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the policy knows no " + code));
    }
}
