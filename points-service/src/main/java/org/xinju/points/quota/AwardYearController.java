package org.xinju.points.quota;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.points.policy.Indicator;
import org.xinju.points.publishing.Policies;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Shows everybody how many places an award has in an area; points officers say how many people were counted. */
@RestController
@RequestMapping("/api/points/award-years")
class AwardYearController {

    static final Rule INDICATOR = Rule.invalid("award-indicator", "domain.md D10");
    static final Rule AREA = Rule.invalid("award-area", "product R1");
    static final Rule YEAR = Rule.invalid("award-year", "domain.md D10");
    static final Rule COUNTED = Rule.invalid("award-counted", "domain.md D10: new residents at the end of the last year");

    private static final Pattern AREA_ID = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final int MOST_PEOPLE = 10_000_000;

    private final AwardYears years;
    private final Policies policies;
    private final Clock clock;

    AwardYearController(AwardYears years, Policies policies, Clock clock) {
        this.years = years;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param counted people of the area at the end of the year before */
    record Counting(@Nullable String indicator, @Nullable String area, @Nullable Integer year, @Nullable Integer counted) {}

    /** @param taken how many places are taken; who has them stands in the accounts */
    record View(String id, int counted, int places, int taken) {
        static View of(Stored<AwardYear> year) {
            return new View(year.id(), year.state().counted(), year.state().places(), year.state().taken().size());
        }
    }

    /** Said again with another number, the number is corrected. */
    @PostMapping
    ResponseEntity<View> count(Caller caller, Command command, @RequestBody Counting request) {
        caller.require(Role.POINTS_OFFICER);
        var limited = policies.inForce().indicators().stream().filter(one -> one.quota() != null).toList();
        var indicator = limited.stream().filter(one -> one.code().equals(request.indicator())).findFirst();
        var faults = new ArrayList<Rejection>();
        if (indicator.isEmpty()) {
            faults.add(Rejection.of(INDICATOR, String.join(", ", limited.stream().map(Indicator::code).toList())).at("indicator"));
        }
        if (request.area() == null || !AREA_ID.matcher(request.area()).matches()) {
            faults.add(Rejection.of(AREA).at("area"));
        }
        var thisYear = LocalDate.now(clock).getYear();
        if (request.year() == null || request.year() < thisYear - 1 || request.year() > thisYear + 1) {
            faults.add(Rejection.of(YEAR, thisYear - 1, thisYear + 1).at("year"));
        }
        if (request.counted() == null || request.counted() < 0 || request.counted() > MOST_PEOPLE) {
            faults.add(Rejection.of(COUNTED, MOST_PEOPLE).at("counted"));
        }
        if (!faults.isEmpty() || request.area() == null || request.year() == null || request.counted() == null) {
            throw new RejectedException(faults);
        }
        var id = AwardYears.id(indicator.orElseThrow().code(), request.area(), request.year());
        return Answers.created(years.set(id, command.cause(request, 201), indicator.orElseThrow(), request.counted()), "/api/points/award-years",
                View::of);
    }

    @GetMapping("/{indicator}/{area}/{year}")
    ResponseEntity<View> read(@PathVariable String indicator, @PathVariable String area, @PathVariable int year) {
        return Answers.found(years.find(AwardYears.id(indicator, area, year))
                .orElseThrow(() -> RejectedException.of(AwardYear.UNKNOWN, indicator, year)), View::of);
    }
}
