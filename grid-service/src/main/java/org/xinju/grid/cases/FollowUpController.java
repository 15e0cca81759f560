package org.xinju.grid.cases;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Stored;
import org.xinju.web.Caller;
import org.xinju.web.RejectedException;

/** Shows an anonymous report to whoever holds its code, without a sign-in. The code comes in a header, so that it stands in no log. */
@RestController
@RequestMapping("/api/grid/follow-ups")
class FollowUpController {

    private final Cases cases;
    private final CaseViews views;

    FollowUpController(Cases cases, CaseViews views) {
        this.cases = cases;
        this.views = views;
    }

    /** @param summary what the holder may do needs a sign-in, any, and the same header */
    record View(CaseViews.Summary summary, List<CaseViews.StepView> steps) {}

    @GetMapping("/{number}")
    View read(@PathVariable String number, @RequestHeader(name = CaseController.CODE, required = false) @Nullable String code, Locale locale) {
        var found = cases.byNumber(number).filter(one -> CaseAccess.opens(code, one.id(), one.state()))
                .orElseThrow(() -> RejectedException.of(CaseRules.UNKNOWN));
        var holder = holder(found);
        return new View(views.summary(found, holder, locale), views.steps(found, holder, locale));
    }

    /** Nobody but the reporter. */
    private static Standing holder(Stored<Case> found) {
        return Standing.of(found.state(), new Caller("", "", java.util.Set.of(), java.util.Set.of()), true);
    }
}
