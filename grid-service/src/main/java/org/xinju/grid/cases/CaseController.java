package org.xinju.grid.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.grid.area.Areas;
import org.xinju.grid.clock.Colour;
import org.xinju.grid.loop.Loop;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Cursor;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Takes in reports and shows cases: to whoever reported them, to staff of the area, to the unit that handles them. */
@RestController
@RequestMapping("/api/grid/cases")
class CaseController {

    static final String CODE = "Follow-Up-Code";

    private static final Role[] STAFF = {Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM, Role.DEPARTMENT};

    private final Reports reports;
    private final Cases cases;
    private final CaseLists lists;
    private final CaseAccess access;
    private final Reporters reporters;
    private final CaseViews views;
    private final Areas areas;
    private final Loop loop;

    CaseController(Reports reports, Cases cases, CaseLists lists, CaseAccess access, Reporters reporters, CaseViews views, Areas areas, Loop loop) {
        this.reports = reports;
        this.cases = cases;
        this.lists = lists;
        this.access = access;
        this.reporters = reporters;
        this.views = views;
        this.areas = areas;
        this.loop = loop;
    }

    /** @param followUpCode of an anonymous report only; it is nowhere else */
    record Received(CaseViews.Summary summary, @Nullable String followUpCode) {}

    /** By residents, local residents, landlords, employers and staff. */
    @PostMapping
    ResponseEntity<Received> report(Caller caller, Command command, @RequestBody Report request, Locale locale) {
        var received = reports.receive(caller, command, request);
        return Answers.created(received.outcome(), "/api/grid/cases", stored -> new Received(views.summary(stored, locale), received.code()));
    }

    @GetMapping("/{id}")
    ResponseEntity<CaseViews.View> read(Caller caller, @PathVariable String id, @RequestHeader(name = CODE, required = false) @Nullable String code,
            Locale locale) {
        var seen = access.seen(caller, id, code);
        return Answers.found(seen.stored(), stored -> views.whole(stored, seen.standing(), locale));
    }

    /** Who did what and when. */
    @GetMapping("/{id}/steps")
    Page<CaseViews.StepView> steps(Caller caller, @PathVariable String id, @RequestHeader(name = CODE, required = false) @Nullable String code,
            Locale locale) {
        var seen = access.seen(caller, id, code);
        return new Page<>(views.steps(seen.stored(), seen.standing(), locale), null);
    }

    /** What the caller has reported, newest first; anonymous reports are nobody's. */
    @GetMapping("/mine")
    Page<CaseViews.Summary> mine(Caller caller, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        return page(lists.reportedBy(reporters.of(caller), Cursor.decode(cursor), Cursor.limit(limit) + 1), limit, locale);
    }

    /**
     * For staff, newest first: the open cases of an area or a unit, or those in one state, or open ones of one colour; or the one with a number.
     *
     * @param area inside the caller's areas; may be left out by whoever has only one
     * @param unit code of a department that the caller belongs to
     */
    @GetMapping
    Page<CaseViews.Summary> list(Caller caller, @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Colour colour, @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit, Locale locale) {
        caller.require(STAFF);
        if (number != null) {
            var found = cases.byNumber(number).filter(one -> !access.standing(caller, one.id(), one.state(), null).none());
            return page(found.stream().toList(), 1, locale);
        }
        if (state != null && !loop.knows(state)) {
            var known = String.join(", ", loop.states().stream().map(s -> s.code()).sorted(Comparator.naturalOrder()).toList());
            throw new RejectedException(List.of(Rejection.of(CaseRules.STATE_UNKNOWN, known).at("state")));
        }
        var question = new CaseLists.Question(scope(caller, unit != null ? unit : area), state, colour);
        return page(lists.of(question, Cursor.decode(cursor), Cursor.limit(limit) + 1), limit, locale);
    }

    private String scope(Caller caller, @Nullable String asked) {
        var scope = Optional.ofNullable(asked).or(() -> caller.areas().size() == 1 ? caller.areas().stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new RejectedException(List.of(
                        Rejection.of(CaseRules.SCOPE_NEEDED, String.join(", ", caller.areas().stream().sorted().toList())).at("area"))));
        var within = areas.today().within(scope);
        caller.requireScope(within.isEmpty() ? List.of(scope) : within);
        if (within.isEmpty()) {
            caller.require(Role.DEPARTMENT);
        } else {
            caller.require(Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM);
        }
        return scope;
    }

    private Page<CaseViews.Summary> page(List<Stored<Case>> found, int limit, Locale locale) {
        return Page.of(found, limit, stored -> stored.state().listed(), stored -> views.summary(stored, locale));
    }
}
