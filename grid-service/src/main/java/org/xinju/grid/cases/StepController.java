package org.xinju.grid.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.loop.Loop;
import org.xinju.grid.loop.Need;
import org.xinju.grid.loop.Transition;
import org.xinju.grid.unit.Unit;
import org.xinju.grid.unit.Units;
import org.xinju.privacy.Sealing;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Reach;
import org.xinju.web.RejectedException;

/** Takes the steps of the loop. Which there are, and what each needs, is the loop's data. */
@RestController
@RequestMapping("/api/grid/cases/{id}")
class StepController {

    private static final int MOST_STARS = 5;

    private final Cases cases;
    private final CaseAccess access;
    private final CaseViews views;
    private final Units units;
    private final Texts texts;
    private final Loop loop;

    StepController(Cases cases, CaseAccess access, CaseViews views, Units units, Sealing sealing, Loop loop) {
        this.cases = cases;
        this.access = access;
        this.views = views;
        this.units = units;
        this.texts = new Texts(sealing);
        this.loop = loop;
    }

    /**
     * @param unit code of a department, or id of a district or grid
     * @param rating 1 to 5
     * @param passed whether the handler's work stood the look
     * @param approved whether there is an extension
     */
    record Request(@Nullable String unit, @Nullable String note, @Nullable List<String> photos, @Nullable String analysis, @Nullable Integer rating,
            @Nullable Boolean passed, @Nullable Boolean approved, @Nullable Severity severity) {}

    /** {@code acceptances}, {@code dispatches} and so on: the paths of {@code GET /api/grid/loop}. */
    @PostMapping("/{step}")
    ResponseEntity<CaseViews.Summary> step(Caller caller, Command command, @PathVariable String id, @PathVariable String step,
            @RequestHeader(name = CaseController.CODE, required = false) @Nullable String code, @RequestBody Request request, Locale locale) {
        var given = given(id, step, request);
        var outcome = cases.move(id, command.cause(request, 200), step, given, one -> access.standing(caller, id, one, code));
        var reach = new Reach<Case>(one -> !access.standing(caller, id, one, code).none(), CaseRules.UNKNOWN);
        if (reach.of(outcome) instanceof Outcome.Rejected<Case>(var refusal)) {
            throw new RejectedException(List.of(views.inWords(refusal, locale)));
        }
        return Answers.of(outcome, stored -> views.summary(stored, access.standing(caller, id, stored.state(), code), locale));
    }

    /** The steps of one path need and take the same. */
    private Given given(String id, String path, Request request) {
        var transitions = loop.at(path);
        if (transitions.isEmpty()) {
            throw RejectedException.of(CaseRules.STEP_UNKNOWN, String.join(", ", loop.transitions().stream().map(Transition::path).distinct().toList()));
        }
        var refusals = new ArrayList<Rejection>();
        for (var need : Need.values()) {
            var needed = transitions.stream().anyMatch(t -> t.needs().contains(need));
            if (!needed && isGiven(need, request) && transitions.stream().noneMatch(t -> t.takes(need))) {
                refusals.add(Rejection.of(CaseRules.NOT_TAKEN).at(need.field()));
            } else if (needed && !isGiven(need, request)) {
                refusals.add(Rejection.of(need == Need.NOTE || need == Need.ANALYSIS ? CaseRules.TEXT_MISSING : CaseRules.ANSWER_MISSING)
                        .at(need.field()));
            }
        }
        var note = Texts.checked(request.note(), "note", Texts.NOTE, false, refusals::add);
        var analysis = Texts.checked(request.analysis(), "analysis", Texts.DESCRIPTION, false, refusals::add);
        var photos = Texts.photos(request.photos(), refusals::add);
        var unit = unit(request, refusals);
        if (request.rating() != null && (request.rating() < 1 || request.rating() > MOST_STARS)) {
            refusals.add(Rejection.of(CaseRules.RATING, MOST_STARS).at("rating"));
        }
        if (!refusals.isEmpty()) {
            throw new RejectedException(refusals);
        }
        return new Given(unit.orElse(null), texts.sealed(id, note), texts.sealed(id, analysis), photos, request.rating(),
                request.passed() != null ? request.passed() : request.approved(), request.severity());
    }

    private Optional<Unit> unit(Request request, List<Rejection> refusals) {
        if (request.unit() == null) {
            return Optional.empty();
        }
        var unit = units.find(request.unit());
        if (unit.isEmpty()) {
            refusals.add(Rejection.of(CaseRules.UNIT_UNKNOWN).at("unit"));
        }
        return unit;
    }

    private static boolean isGiven(Need need, Request request) {
        return switch (need) {
            case UNIT -> request.unit() != null && !request.unit().isBlank();
            case NOTE -> request.note() != null && !request.note().isBlank();
            case PHOTOS -> request.photos() != null && !request.photos().isEmpty();
            case ANALYSIS -> request.analysis() != null && !request.analysis().isBlank();
            case RATING -> request.rating() != null;
            case PASSED -> request.passed() != null;
            case APPROVED -> request.approved() != null;
            case SEVERITY -> request.severity() != null;
        };
    }
}
