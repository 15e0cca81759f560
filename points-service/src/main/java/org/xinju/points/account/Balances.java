package org.xinju.points.account;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xinju.points.engine.Line;
import org.xinju.points.engine.Points;

/** Sums by subject while entries are added up. */
final class Balances {

    private final TreeMap<Subject, BigDecimal> sums = new TreeMap<>();

    Balances(Map<Subject, BigDecimal> opening) {
        sums.putAll(opening);
    }

    Balances add(Collection<Entry> entries) {
        entries.forEach(entry -> add(entry.subject(), entry.points()));
        return this;
    }

    void add(Subject subject, BigDecimal points) {
        sums.merge(subject, points, BigDecimal::add);
    }

    BigDecimal of(Subject subject) {
        return sums.getOrDefault(subject, Points.ZERO);
    }

    /** What an indicator counts, its own cap applied. */
    BigDecimal ofIndicator(String code) {
        return of(new Subject(Line.Kind.INDICATOR, code)).add(of(new Subject(Line.Kind.INDICATOR_CAP, code)));
    }

    List<Subject> subjects() {
        return List.copyOf(sums.keySet());
    }

    /** Subjects with a balance other than 0, in order. */
    Map<Subject, BigDecimal> standing() {
        var standing = new TreeMap<>(sums);
        standing.values().removeIf(points -> points.signum() == 0);
        return standing;
    }

    /** What each indicator counts, its own cap applied; those that count nothing are left out. */
    Map<String, BigDecimal> indicators() {
        var indicators = new TreeMap<String, BigDecimal>();
        sums.forEach((subject, points) -> {
            if (subject.kind() == Line.Kind.INDICATOR || subject.kind() == Line.Kind.INDICATOR_CAP) {
                indicators.merge(subject.code(), points, BigDecimal::add);
            }
        });
        indicators.values().removeIf(points -> points.signum() == 0);
        return indicators;
    }

    BigDecimal total() {
        return sums.values().stream().reduce(Points.ZERO, BigDecimal::add);
    }
}
