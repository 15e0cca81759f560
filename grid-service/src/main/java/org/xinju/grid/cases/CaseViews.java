package org.xinju.grid.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.grid.area.Areas;
import org.xinju.grid.category.Categories;
import org.xinju.grid.clock.CaseClock;
import org.xinju.grid.clock.Colour;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.clock.WorkingTime;
import org.xinju.grid.loop.Actor;
import org.xinju.grid.loop.Loop;
import org.xinju.grid.loop.Need;
import org.xinju.grid.loop.Transition;
import org.xinju.grid.unit.Level;
import org.xinju.grid.unit.Units;
import org.xinju.privacy.Sealing;
import org.xinju.privacy.access.Purpose;
import org.xinju.web.Looks;
import org.xinju.web.Role;

/** Shows cases to those who may see them, in their language. Reporter and staff see the same clock. */
@Component
class CaseViews {

    private final Cases cases;
    private final Texts texts;
    private final Loop loop;
    private final WorkingTime working;
    private final Categories categories;
    private final Units units;
    private final Areas areas;
    private final Looks looks;

    CaseViews(Cases cases, Sealing sealing, Loop loop, WorkingTime working, Categories categories, Units units, Areas areas, Looks looks) {
        this.cases = cases;
        this.texts = new Texts(sealing);
        this.loop = loop;
        this.working = working;
        this.categories = categories;
        this.units = units;
        this.areas = areas;
        this.looks = looks;
    }

    /** Who or what, with the name to show. */
    record Named(String id, String name) {}

    /**
     * @param dueAt null while no limit runs
     * @param provisional the deadline lies in a year whose holidays are not known yet
     */
    record ClockView(Colour colour, @Nullable Instant dueAt, boolean provisional) {}

    /**
     * A step that the caller may do now.
     *
     * @param path last segment of its address
     * @param answer where yes and no are two steps: for which answer
     * @param levels of units that it may be given to
     */
    record Possible(String path, String name, @Nullable Boolean answer, List<String> needs, List<String> may, List<Level> levels) {}

    /** What is shown in lists, and what a step answers: nothing personal. */
    record Summary(String id, String number, String state, String stateName, Named category, Severity severity, Named area, @Nullable Named unit,
            Level level, ClockView clock, Instant reportedAt, @Nullable List<Possible> possible) {}

    /**
     * @param reporter of a named case, to staff; to the reporter itself always
     * @param rateBy until when the reporter may rate and reopen it; null unless closed
     */
    record View(Summary summary, Openness openness, @Nullable String address, @Nullable String description, List<String> photos,
            @Nullable Reporter reporter, @Nullable Extension extension, @Nullable Integer rating, int reopened, @Nullable Instant rateBy) {}

    /**
     * @param step null for the report
     * @param person sign-in of whoever did it; to staff only
     * @param note to the reporter only where it is meant for the reporter
     */
    record StepView(int number, @Nullable String step, String name, String to, Instant at, Actor who, @Nullable Role role, @Nullable Named unit,
            @Nullable String person, @Nullable String note, @Nullable String analysis, List<String> photos, @Nullable Integer rating) {}

    Summary summary(Stored<Case> stored, Locale locale) {
        return summary(stored, null, locale);
    }

    Summary summary(Stored<Case> stored, @Nullable Standing standing, Locale locale) {
        var one = stored.state();
        var unit = one.unit();
        var possible = standing == null ? null : cases.possible(one, standing).stream().map(t -> possible(t, locale)).toList();
        return new Summary(stored.id(), one.number(), one.state(), loop.name(one.state(), locale), category(one.category(), locale), one.severity(),
                area(one.place().area()), unit == null ? null : new Named(unit, units.name(unit, locale)), one.level(), clock(one.clock()),
                one.reportedAt(), possible);
    }

    /** The whole case; to staff only once the look is written down. */
    View whole(Stored<Case> stored, Standing standing, Locale locale) {
        var one = stored.state();
        var own = standing.actors().contains(Actor.REPORTER);
        var reporter = own || one.openness() == Openness.NAMED ? one.reporter() : null;
        if (!own) {
            look(standing, "case.read", reporter, List.of("reporter", "address", "description"));
        }
        var closedAt = one.closedAt();
        return new View(summary(stored, standing, locale), one.openness(), texts.openAddress(stored.id(), one.place().address()),
                texts.open(stored.id(), one.description()), one.steps().getFirst().photos(), reporter, one.extension(), one.rating(), one.reopened(),
                closedAt == null ? null : closedAt.plus(Duration.ofDays(loop.windowDays())));
    }

    /** Every step; to the reporter without persons and without notes between staff. */
    List<StepView> steps(Stored<Case> stored, Standing standing, Locale locale) {
        var staff = standing.isStaff();
        if (staff && !standing.actors().contains(Actor.REPORTER)) {
            look(standing, "case.steps", stored.state().openness() == Openness.NAMED ? stored.state().reporter() : null, List.of("notes"));
        }
        var steps = stored.state().steps();
        return java.util.stream.IntStream.range(0, steps.size()).mapToObj(i -> step(i + 1, stored.id(), steps.get(i), staff, locale)).toList();
    }

    /** Photos show people and their homes. */
    void lookAtPhoto(Stored<Case> stored, Standing standing) {
        if (!standing.actors().contains(Actor.REPORTER)) {
            look(standing, "case.photo", stored.state().openness() == Openness.NAMED ? stored.state().reporter() : null, List.of("photo"));
        }
    }

    /** The same refusal, with state and steps called as the reader calls them. */
    Rejection inWords(Rejection refusal, Locale locale) {
        if (!refusal.rule().equals(CaseRules.NOT_POSSIBLE)) {
            return refusal;
        }
        var english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        var state = loop.name(String.valueOf(refusal.arguments().getFirst()), locale);
        var steps = refusal.arguments().stream().skip(1).flatMap(path -> loop.at(String.valueOf(path)).stream().limit(1))
                .map(t -> t.name(locale) + " (" + t.path() + ")").toList();
        var nothing = english ? "nothing" : "没有您可以办的步骤";
        return Rejection.of(CaseRules.NOT_POSSIBLE, state, steps.isEmpty() ? nothing : String.join(english ? ", " : "、", steps));
    }

    private void look(Standing standing, String action, @Nullable Reporter reporter, List<String> fields) {
        var subjects = reporter != null && reporter.kind() == ReporterKind.RESIDENT ? List.of(reporter.id()) : List.<String>of();
        looks.record(standing.caller(), action, Purpose.CASE_HANDLING, subjects, fields);
    }

    private StepView step(int number, String id, Step step, boolean staff, Locale locale) {
        var act = step.act();
        var shown = staff || act == null || step.who() == Actor.REPORTER || loop.told(act);
        var transition = loop.transitions().stream().filter(t -> t.act() == act).findFirst();
        var unit = step.unit();
        return new StepView(number, transition.map(Transition::path).orElse(null),
                transition.map(t -> t.name(locale)).orElseGet(() -> loop.name(step.to(), locale)), step.to(), step.at(), step.who(), step.role(),
                unit == null ? null : new Named(unit, units.name(unit, locale)), staff ? step.by() : null,
                shown ? texts.open(id, step.note()) : null, staff ? texts.open(id, step.analysis()) : null, step.photos(), step.rating());
    }

    private Possible possible(Transition t, Locale locale) {
        return new Possible(t.path(), t.name(locale), t.answer(), t.needs().stream().map(Need::field).toList(),
                t.may().stream().map(Need::field).toList(), List.copyOf(t.levels()));
    }

    private ClockView clock(CaseClock clock) {
        var now = clock.at(cases.now(), working);
        var due = now.due();
        return new ClockView(now.colour(), due, due != null && working.isProvisional(due));
    }

    private Named category(String path, Locale locale) {
        return new Named(path, categories.find(path).map(category -> category.name(locale)).orElse(path));
    }

    private Named area(String id) {
        return new Named(id, areas.today().name(id));
    }
}
