package org.xinju.grid.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Cause;
import org.xinju.events.Ids;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.grid.area.Areas;
import org.xinju.grid.category.Categories;
import org.xinju.grid.category.Category;
import org.xinju.grid.clock.CaseClock;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.clock.WorkingTime;
import org.xinju.grid.loop.Actor;
import org.xinju.grid.loop.Loop;
import org.xinju.grid.unit.Level;
import org.xinju.privacy.Sealing;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.RejectedException;

/** Turns what somebody sends in into a case. */
@Component
class Reports {

    private final Cases cases;
    private final Reporters reporters;
    private final Categories categories;
    private final Areas areas;
    private final Texts texts;
    private final Loop loop;
    private final WorkingTime working;

    Reports(Cases cases, Reporters reporters, Categories categories, Areas areas, Sealing sealing, Loop loop, WorkingTime working) {
        this.cases = cases;
        this.reporters = reporters;
        this.categories = categories;
        this.areas = areas;
        this.texts = new Texts(sealing);
        this.loop = loop;
        this.working = working;
    }

    /** @param code to follow an anonymous report by, null for any other */
    record Received(Outcome<Case> outcome, @Nullable String code) {}

    /** What is reported, as it is kept. */
    record Checked(String category, Severity severity, List<String> within, String address, String description, List<String> photos) {}

    Received receive(Caller caller, Command command, Report report) {
        if (!reporters.mayReport(caller)) {
            throw RejectedException.of(CaseRules.REPORTER_ROLE);
        }
        var openness = Objects.requireNonNullElse(report.openness(), Openness.NAMED);
        var checked = checked(report, reporters.isStaff(caller) && openness != Openness.ANONYMOUS);
        return openness == Openness.ANONYMOUS ? anonymous(command, report, checked) : known(caller, command, report, checked, openness);
    }

    private Received known(Caller caller, Command command, Report report, Checked checked, Openness openness) {
        var reporter = reporters.first(caller).orElseThrow(() -> RejectedException.of(CaseRules.REPORTER_NOT_BOUND));
        var id = command.createdId();
        return new Received(cases.report(id, command.cause(report, 201), number -> made(id, number, checked, openness, reporter, null, cases.now())), null);
    }

    /** The ids of other commands follow from the sign-in; here they go through a keyed hash, so that nobody can find out by trying. */
    private Received anonymous(Command command, Report report, Checked checked) {
        var secret = command.fingerprint(List.of("anonymous report", command.key()));
        var id = Ids.derive("anonymous case", secret).toString();
        var code = FollowUpCode.from(secret);
        var cause = new Cause.Command(id, command.fingerprint(report), 201, null);
        return new Received(cases.report(id, cause, number -> made(id, number, checked, Openness.ANONYMOUS, null, code.hash(id), cases.now())), code.written());
    }

    Case made(String id, String number, Checked checked, Openness openness, @Nullable Reporter reporter, @Nullable String followUp, Instant at) {
        var start = loop.start();
        var place = new Case.Place(checked.within().getLast(), checked.within(), texts.address(id, checked.address()));
        var report = new Step(null, start, at, Actor.REPORTER, null, null, null, null, null, checked.photos(), null, null);
        return new Case(number, "%013d-%s".formatted(at.toEpochMilli(), id), start, true, checked.category(), checked.severity(), openness, place,
                reporter, followUp, texts.seal(id, checked.description()), Level.GRID, null, null,
                CaseClock.started(loop.limits(checked.severity()), at, working), null, null, at, null, 0, List.of(report));
    }

    private Checked checked(Report report, boolean staff) {
        var refusals = new ArrayList<Rejection>();
        if (report.severity() != null && !staff) {
            refusals.add(Rejection.of(CaseRules.NOT_TAKEN).at("severity"));
        }
        var category = Optional.ofNullable(report.category()).flatMap(categories::find);
        if (category.isEmpty()) {
            refusals.add(Rejection.of(CaseRules.CATEGORY).at("category"));
        }
        var within = Optional.ofNullable(report.area()).map(area -> areas.today().within(area)).orElse(List.of());
        if (within.isEmpty()) {
            refusals.add(Rejection.of(CaseRules.AREA).at("area"));
        }
        var address = Texts.checked(report.address(), "address", Texts.ADDRESS, false, refusals::add);
        var description = Texts.checked(report.description(), "description", Texts.DESCRIPTION, true, refusals::add);
        var photos = Texts.photos(report.photos(), refusals::add);
        if (!refusals.isEmpty()) {
            throw new RejectedException(refusals);
        }
        var usual = category.map(Category::severity).orElse(Severity.GENERAL);
        return new Checked(Objects.requireNonNull(report.category()), Objects.requireNonNullElse(report.severity(), usual), within, address, description, photos);
    }
}
