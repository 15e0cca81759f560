package org.xinju.points.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.points.publishing.Policies;
import org.xinju.web.Caller;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Tells staff of an area how many of its people get how many points for what. */
@RestController
@RequestMapping("/api/points/statistics")
class StatisticsController {

    static final Rule UNKNOWN = Rule.unknown("statistics-unknown", "product P10");
    static final Rule MONTH = Rule.invalid("statistics-month", "product P10");

    private static final Role[] STAFF = {Role.POINTS_OFFICER, Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM};
    private static final int FIRST_YEAR = 2000;

    private final Statistics statistics;
    private final Policies policies;
    private final Clock clock;

    StatisticsController(Statistics statistics, Policies policies, Clock clock) {
        this.statistics = statistics;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Numbers of an area, as last counted in the month or before; a month that has ended does not change any more.
     *
     * @param counted the areas that the sum was made of
     */
    record View(String area, String month, int accounts, int reached, int frozen, List<ByIndicator> indicators, List<Part> counted) {}

    /** @param points sum of all who have some, scale 2 */
    record ByIndicator(String code, String name, int people, BigDecimal points) {}

    record Part(String area, int accounts, int reached, int frozen) {}

    /** @param month like {@code 2026-11}; null: this one */
    @GetMapping
    View read(Caller caller, @RequestParam String area, @RequestParam(required = false) @Nullable String month, Locale locale) {
        caller.require(STAFF);
        var asked = month(month);
        var parts = statistics.within(area, asked);
        var within = parts.values().stream().findFirst().map(numbers -> upTo(area, numbers.within())).filter(caller::covers)
                .orElseThrow(() -> RejectedException.of(UNKNOWN));
        var sum = Numbers.sum(parts.values(), within);
        var policy = policies.inForce();
        var indicators = sum.indicators().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(one ->
                new ByIndicator(one.getKey(), policy.indicatorName(one.getKey(), locale), one.getValue().people(), one.getValue().points())).toList();
        var counted = parts.entrySet().stream().map(one -> new Part(one.getKey(), one.getValue().accounts(), one.getValue().reached(),
                one.getValue().frozen())).toList();
        return new View(area, asked.toString(), sum.accounts(), sum.reached(), sum.frozen(), indicators, counted);
    }

    private static List<String> upTo(String area, List<String> within) {
        return within.subList(0, within.indexOf(area) + 1);
    }

    private YearMonth month(@Nullable String month) {
        var now = YearMonth.now(clock);
        try {
            var asked = month == null ? now : YearMonth.parse(month);
            if (!asked.isAfter(now) && asked.getYear() >= FIRST_YEAR) {
                return asked;
            }
        } catch (DateTimeException e) {
            // told below, like a month that is yet to come
        }
        throw new RejectedException(List.of(Rejection.of(MONTH, now).at("month")));
    }
}
