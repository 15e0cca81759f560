package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a page begins with: the balance of all entries before it.
 *
 * @param page number of the page, from 1
 * @param entries how many entries lie before it
 * @param validTo latest legal day among them; sums of earlier days need the closed pages. Null on the first page
 * @param knownTo latest recording among them. Null on the first page
 * @param balances by subject, without zeros, in order
 */
public record Opening(int page, long entries, @Nullable LocalDate validTo, @Nullable Instant knownTo, List<Balance> balances) {

    /** Points of one subject. */
    public record Balance(Subject subject, BigDecimal points) {}

    static final Opening FIRST = new Opening(1, 0, null, null, List.of());

    public Opening {
        balances = List.copyOf(balances);
    }

    /** The opening of the page after these entries. */
    Opening after(List<Entry> closed) {
        var validOn = validTo;
        for (var entry : closed) {
            validOn = validOn == null || entry.validOn().isAfter(validOn) ? entry.validOn() : validOn;
        }
        var standing = new Balances(bySubject()).add(closed).standing().entrySet().stream()
                .map(one -> new Balance(one.getKey(), one.getValue())).toList();
        return new Opening(page + 1, entries + closed.size(), validOn, closed.getLast().recordedAt(), standing);
    }

    Map<Subject, BigDecimal> bySubject() {
        var bySubject = new TreeMap<Subject, BigDecimal>();
        balances.forEach(balance -> bySubject.put(balance.subject(), balance.points()));
        return bySubject;
    }
}
