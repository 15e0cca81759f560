package org.xinju.points.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The published versions, one after the other; each holds from its first day until the next one takes over. */
public final class PolicyTimeline {

    private final List<PolicyVersion> versions;

    /** @param published at least one, in any order; no two with the same first day */
    public PolicyTimeline(Collection<PolicyVersion> published) {
        if (published.isEmpty()) {
            throw new IllegalArgumentException("there is no policy at all");
        }
        versions = published.stream().sorted(Comparator.comparing(PolicyVersion::effectiveFrom)).toList();
    }

    /** The version that holds on this day; before the first day of all, the first. */
    public PolicyVersion inForce(LocalDate day) {
        return versions.stream().filter(one -> !one.effectiveFrom().isAfter(day)).reduce((_, later) -> later).orElse(versions.getFirst());
    }

    /** The version that took over, or will take over, from this one; empty when none is known. */
    public Optional<PolicyVersion> after(PolicyReference reference) {
        var from = version(reference).effectiveFrom();
        return versions.stream().filter(one -> one.effectiveFrom().isAfter(from)).findFirst();
    }

    /** @throws IllegalArgumentException when no such version was published */
    public PolicyVersion version(PolicyReference reference) {
        return versions.stream().filter(one -> one.reference().equals(reference)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such policy was published: " + reference));
    }
}
