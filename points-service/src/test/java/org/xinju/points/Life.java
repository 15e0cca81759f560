package org.xinju.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.xinju.points.engine.Fact;
import org.xinju.points.engine.FactSource;
import org.xinju.points.engine.Facts;

/** What is known of a made-up resident, told in the words of the table. */
public final class Life {

    public static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Fact> facts = new ArrayList<>();

    public static Life of() {
        return new Life();
    }

    public Life born(String day) {
        return with("birth", day, null, null, Map.of());
    }

    public Life registered(String from) {
        return registered(from, null);
    }

    public Life registered(String from, @Nullable String until) {
        return with("stay", from, until, null, Map.of());
    }

    public Life employed(String from) {
        return employed(from, null);
    }

    public Life employed(String from, @Nullable String until) {
        return with("employment", from, until, "contract", Map.of());
    }

    public Life level(String kind, String from, String level) {
        return with(kind, from, null, level, Map.of());
    }

    public Life amount(String kind, String from, String unit, String amount) {
        return with(kind, from, from, null, Map.of(unit, new BigDecimal(amount)));
    }

    /** Something that holds from this day on. */
    public Life since(String kind, String from) {
        return with(kind, from, null, null, Map.of());
    }

    /** Something that happened on this day. */
    public Life on(String kind, String day) {
        return with(kind, day, day, null, Map.of());
    }

    public Life with(String kind, String from, @Nullable String until, @Nullable String level, Map<String, BigDecimal> amounts) {
        var id = kind + "-" + (facts.size() + 1);
        facts.add(new Fact(id, 1, kind, LocalDate.parse(from), until == null ? null : LocalDate.parse(until), level, amounts,
                FactSource.event("registry-service", "event-of-" + id), RECORDED, false));
        return this;
    }

    public List<Fact> list() {
        return List.copyOf(facts);
    }

    public Facts facts() {
        return Facts.of(facts);
    }

    /** Person A of domain.md 1.7: a line worker, half a point below the threshold on 2024-06-30. */
    public static Life lineWorker(int insuranceMonths) {
        return of().born("1990-03-15").level("education", "2008-06-30", "senior-secondary").level("skill", "2015-01-01", "level-4")
                .amount("insurance", "2024-06-01", "months", String.valueOf(insuranceMonths)).registered("2020-04-20")
                .employed("2021-05-01")
                .level("housing", "2020-04-20", "dormitory").amount("blood", "2023-03-03", "millilitres", "400")
                .amount("volunteering", "2023-08-08", "hours", "60").on("employer-rating", "2024-02-01")
                .on("spring-festival", "2024-02-10")
                .since("youth-card", "2022-01-01");
    }

    /** Person B of domain.md 1.7: an engineer. */
    public static Life engineer() {
        return of().born("1996-09-01").level("education", "2018-06-30", "bachelor").level("skill", "2022-01-01", "mid-title")
                .amount("insurance", "2024-06-01", "months", "62").registered("2018-06-15").employed("2018-07-01")
                .level("housing", "2021-01-01", "own-home").amount("personal-tax", "2024-03-31", "yuan", "15000")
                .since("youth-card", "2022-01-01")
                .on("traffic-violation", "2024-01-05").on("traffic-violation", "2024-05-05");
    }

    /** Person C of domain.md 1.7: a trader. */
    public static Life trader() {
        return of().born("1966-01-10").level("education", "1982-06-30", "junior-secondary")
                .amount("insurance", "2024-06-01", "months", "120")
                .registered("2011-12-20").with("employment", "2012-01-01", null, "licence", Map.of())
                .level("housing", "2012-01-01", "rental")
                .amount("sole-trader-tax", "2023-12-31", "yuan", "30000").since("child-registered", "2015-09-01")
                .on("detention", "2021-07-15");
    }
}
