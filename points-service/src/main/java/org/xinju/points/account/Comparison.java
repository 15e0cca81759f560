package org.xinju.points.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Input;
import org.xinju.points.engine.Line;
import org.xinju.points.engine.Points;
import org.xinju.points.engine.Score;
import org.xinju.points.policy.PolicyVersion;

/** Compares the entries from a day on with the entries that should be there, and says what has to be appended. */
final class Comparison {

    /** An entry that should be there, before it has a number. */
    private record Due(LocalDate validOn, Subject subject, Entry.Kind kind, BigDecimal points, @Nullable Line line) {

        boolean isIn(Entry entry) {
            return entry.subject().equals(subject) && entry.validOn().equals(validOn) && entry.points().compareTo(points) == 0
                    && (line == null || (entry.inputs().equals(line.inputs()) && entry.facts().equals(line.facts())));
        }
    }

    private final Ledger ledger;
    private final PolicyVersion policy;
    private final LocalDate since;
    private final Instant recordedAt;

    Comparison(Ledger ledger, PolicyVersion policy, LocalDate since, Instant recordedAt) {
        this.ledger = ledger;
        this.policy = policy;
        this.since = since;
        this.recordedAt = recordedAt;
    }

    List<Entry> entries(List<Score> history) {
        var standing = standing();
        var due = new ArrayList<>(due(history));
        var wrong = new ArrayList<Entry>();
        for (var entry : standing) {
            var same = due.stream().filter(one -> one.isIn(entry)).findFirst();
            same.ifPresentOrElse(due::remove, () -> wrong.add(entry));
        }
        var appended = new ArrayList<Entry>();
        long number = ledger.lastNumber();
        for (var entry : wrong) {
            appended.add(entry.reversed(++number, recordedAt));
        }
        for (var one : due) {
            appended.add(entry(one, ++number));
        }
        return appended;
    }

    /** Entries from the day on that nothing has cancelled. */
    private List<Entry> standing() {
        Set<Long> reversed = ledger.entries().stream().map(Entry::reverses).filter(Objects::nonNull).collect(Collectors.toSet());
        return ledger.entries().stream().filter(entry -> !entry.validOn().isBefore(since))
                .filter(entry -> entry.kind() != Entry.Kind.REVERSAL && !reversed.contains(entry.number()))
                .sorted(Comparator.comparing(Entry::validOn).thenComparing(Entry::number)).toList();
    }

    private List<Due> due(List<Score> history) {
        var balances = new Balances(ledger.opening().bySubject())
                .add(ledger.entries().stream().filter(entry -> entry.validOn().isBefore(since)).toList());
        var due = new ArrayList<Due>();
        for (var score : history) {
            var lines = new LinkedHashMap<Subject, Line>();
            score.lines().forEach(line -> lines.put(Subject.of(line), line));
            var subjects = new LinkedHashSet<>(lines.keySet());
            subjects.addAll(balances.subjects());
            for (var subject : subjects) {
                if (!countsTheSame(subject, lines, balances)) {
                    due.addAll(due(score.date(), subject, lines.get(subject), balances.of(subject)));
                }
            }
            due.stream().filter(one -> one.validOn().equals(score.date())).forEach(one -> balances.add(one.subject(), one.points()));
        }
        return due;
    }

    /** An indicator that stays at its cap is left alone, although what lies above the cap goes on growing. */
    private static boolean countsTheSame(Subject subject, Map<Subject, Line> lines, Balances balances) {
        return subject.ofIndicator() && balances.ofIndicator(subject.code()).compareTo(
                points(lines.get(new Subject(Line.Kind.INDICATOR, subject.code())))
                        .add(points(lines.get(new Subject(Line.Kind.INDICATOR_CAP, subject.code()))))) == 0;
    }

    private static List<Due> due(LocalDate day, Subject subject, @Nullable Line line, BigDecimal balance) {
        var difference = points(line).subtract(balance);
        return difference.signum() == 0 ? List.of() : List.of(new Due(day, subject, kind(subject, balance, difference), difference,
                line));
    }

    private static Entry.Kind kind(Subject subject, BigDecimal balance, BigDecimal difference) {
        if (subject.kind() != Line.Kind.INDICATOR) {
            return Entry.Kind.LIMIT;
        }
        if (balance.signum() != 0) {
            return Entry.Kind.CHANGE;
        }
        return difference.signum() > 0 ? Entry.Kind.AWARD : Entry.Kind.DEDUCTION;
    }

    private Entry entry(Due due, long number) {
        var line = due.line();
        var inputs = line == null ? List.<Input>of() : line.inputs();
        var facts = line == null ? List.<String>of() : line.facts();
        var clause = line == null ? clause(due.subject()) : line.clause().cite();
        return new Entry(number, due.kind(), due.subject(), due.points(), clause, inputs, facts, due.validOn(), recordedAt, null);
    }

    /** A limit that does not bite any more has no line; the entry that gives its points back still says which text it rests on. */
    private String clause(Subject subject) {
        return switch (subject.kind()) {
            case INDICATOR, INDICATOR_CAP -> policy.indicator(subject.code()).clause().cite();
            case EITHER_OF, GROUP_CAP -> policy.group(subject.code()).clause().cite();
            case TIER_CAP -> policy.tier(subject.code()).clause().cite();
            case CEILING, FLOOR -> policy.limits().clause().cite();
        };
    }

    private static BigDecimal points(@Nullable Line line) {
        return line == null ? Points.ZERO : line.points();
    }
}
