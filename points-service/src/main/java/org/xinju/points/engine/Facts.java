package org.xinju.points.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * All statements about one resident, in no order and as often repeated as you like: of one thing the greatest revision holds, of one
 * revision the statement that was recorded first.
 */
public final class Facts {

    private static final Comparator<Fact> IN_TIME = Comparator.comparing(Fact::from).thenComparing(Fact::id);

    private final Map<String, TreeMap<Long, Fact>> statements;
    private final Map<String, List<Fact>> holding;

    private Facts(Map<String, TreeMap<Long, Fact>> statements) {
        this.statements = statements;
        this.holding = new HashMap<>();
        for (var revisions : statements.values()) {
            var newest = revisions.lastEntry().getValue();
            if (!newest.withdrawn()) {
                holding.computeIfAbsent(newest.kind(), kind -> new ArrayList<>()).add(newest);
            }
        }
        holding.values().forEach(facts -> facts.sort(IN_TIME));
    }

    public static Facts of(Collection<Fact> all) {
        var statements = new HashMap<String, TreeMap<Long, Fact>>();
        for (var fact : all) {
            statements.computeIfAbsent(fact.id(), id -> new TreeMap<>()).merge(fact.revision(), fact, Facts::recordedFirst);
        }
        return new Facts(statements);
    }

    public static Facts of(Fact... all) {
        return of(List.of(all));
    }

    /** These statements and more. */
    public Facts and(Collection<Fact> more) {
        var all = new ArrayList<>(more);
        statements.values().forEach(revisions -> all.addAll(revisions.values()));
        return of(all);
    }

    /** What was known at this moment: statements recorded later are left out. */
    public Facts knownAt(Instant moment) {
        return of(statements.values().stream().flatMap(revisions -> revisions.values().stream())
                .filter(fact -> !fact.recordedAt().isAfter(moment)).toList());
    }

    /** The facts of a kind that hold or held, oldest first; empty when there is none. */
    public List<Fact> ofKind(String kind) {
        return holding.getOrDefault(kind, List.of());
    }

    /** The newest statement about a thing, also a withdrawn one. */
    public Optional<Fact> find(String id) {
        return Optional.ofNullable(statements.get(id)).map(revisions -> revisions.lastEntry().getValue());
    }

    /** The newest revision of each thing stated, by its id. */
    public Map<String, Long> revisions() {
        var revisions = new HashMap<String, Long>();
        statements.forEach((id, all) -> revisions.put(id, all.lastKey()));
        return revisions;
    }

    /**
     * The first day whose score may be another one than with these revisions; empty when they are the newest. A thing that only got another
     * end changes nothing before the earlier of the two ends. Where the earlier statement is not kept, any day may be another one.
     */
    public Optional<LocalDate> changedSince(Map<String, Long> known) {
        LocalDate first = statements.keySet().containsAll(known.keySet()) ? null : LocalDate.MIN;
        for (var thing : statements.entrySet()) {
            var now = thing.getValue().lastEntry().getValue();
            var revision = known.get(thing.getKey());
            if (revision == null) {
                first = Earliest.of(first, now.withdrawn() ? null : now.from());
            } else if (revision != now.revision()) {
                var before = thing.getValue().get(revision);
                first = Earliest.of(first, before == null ? LocalDate.MIN : firstDayThatDiffers(before, now));
            }
        }
        return Optional.ofNullable(first);
    }

    private static @Nullable LocalDate firstDayThatDiffers(Fact before, Fact now) {
        return onlyEndsDiffer(before, now) ? Earliest.of(before.until(), now.until()) : Earliest.of(before.from(), now.from());
    }

    private static boolean onlyEndsDiffer(Fact before, Fact now) {
        return before.kind().equals(now.kind()) && before.from().equals(now.from()) && Objects.equals(before.level(), now.level())
                && before.amounts().equals(now.amounts()) && before.withdrawn() == now.withdrawn();
    }

    private static Fact recordedFirst(Fact one, Fact other) {
        return other.recordedAt().isBefore(one.recordedAt()) ? other : one;
    }
}
