package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.xinju.points.policy.PolicyReference;

/**
 * The entries of one resident under one policy version: an opening balance and the entries of the current page.
 *
 * @param openedOn first legal day it tells of; null: not settled yet
 * @param settledOn last legal day it tells of; null: not settled yet
 * @param known the revision of each fact it rests on, by id of the fact
 */
public record Ledger(
        PolicyReference policy,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate settledOn,
        Map<String, Long> known,
        Opening opening,
        List<Entry> entries) {

    public Ledger {
        known = Map.copyOf(known);
        entries = List.copyOf(entries);
    }

    /** A ledger without entries. */
    public static Ledger empty(PolicyReference policy) {
        return new Ledger(policy, null, null, Map.of(), Opening.FIRST, List.of());
    }

    /** The sum of all entries: the score of the day it was settled to. */
    public BigDecimal sum() {
        return balances().total();
    }

    /**
     * The sum of the entries valid on or before the day and recorded by the moment.
     *
     * @throws IllegalArgumentException when the answer lies in closed pages: {@link #unfold} them first
     */
    public BigDecimal sum(LocalDate validAt, Instant knownAt) {
        if (reachesBack(validAt.plusDays(1)) || (opening.knownTo() != null && knownAt.isBefore(opening.knownTo()))) {
            throw new IllegalArgumentException("the answer lies before page " + opening.page() + "; unfold the closed pages first");
        }
        return new Balances(opening.bySubject())
                .add(entries.stream().filter(entry -> !entry.validOn().isAfter(validAt) && !entry.recordedAt().isAfter(knownAt)).toList())
                .total();
    }

    /** Whether entries valid on or after this day may lie in closed pages. */
    boolean reachesBack(LocalDate day) {
        return opening.validTo() != null && !day.isAfter(opening.validTo());
    }

    Balances balances() {
        return new Balances(opening.bySubject()).add(entries);
    }

    long lastNumber() {
        return opening.entries() + entries.size();
    }

    @Nullable Instant lastRecordedAt() {
        return entries.isEmpty() ? opening.knownTo() : entries.getLast().recordedAt();
    }

    /** The ledger with what a settlement found. */
    public Ledger append(Settled settled) {
        var all = new ArrayList<>(entries);
        all.addAll(settled.appended());
        return new Ledger(policy, openedOn == null ? settled.score().date() : openedOn, settled.score().date(), settled.known(),
                opening, all);
    }

    /** A page that was closed, and the ledger that goes on after it. */
    public record Closed(Page page, Ledger ledger) {}

    /**
     * Closes the first {@code size} entries into a page, when there are more than that. The same ledger gives the same page,
     * also when other entries have been added behind it meanwhile, so that two replicas that close at once write the same.
     */
    public Optional<Closed> closePage(int size) {
        if (entries.size() <= size) {
            return Optional.empty();
        }
        var first = entries.subList(0, size);
        var rest = entries.subList(size, entries.size());
        return Optional.of(new Closed(new Page(opening, first), new Ledger(policy, openedOn, settledOn, known, opening.after(first),
                rest)));
    }

    /**
     * This ledger as if no page had ever been closed.
     *
     * @param pages all closed pages, in any order
     * @throws IllegalArgumentException when one is missing
     */
    public Ledger unfold(List<Page> pages) {
        var all = new ArrayList<Entry>();
        pages.stream().sorted(Comparator.comparingInt(Page::number)).forEach(page -> all.addAll(page.entries()));
        if (all.size() != opening.entries()) {
            throw new IllegalArgumentException("page " + opening.page() + " follows " + opening.entries()
                    + " entries, but the pages hold " + all.size());
        }
        all.addAll(entries);
        return new Ledger(policy, openedOn, settledOn, known, Opening.FIRST, all);
    }
}
