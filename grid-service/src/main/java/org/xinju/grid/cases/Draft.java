package org.xinju.grid.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.CaseClock;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.unit.Level;

/** A case while a step changes it: so that each kind of step names only what it changes. */
final class Draft {

    final Case before;
    String state;
    boolean open;
    Severity severity;
    Level level;
    @Nullable String unit;
    @Nullable String handler;
    CaseClock clock;
    @Nullable Extension extension;
    @Nullable Integer rating;
    @Nullable Instant closedAt;
    int reopened;

    Draft(Case before) {
        this.before = before;
        this.state = before.state();
        this.open = before.open();
        this.severity = before.severity();
        this.level = before.level();
        this.unit = before.unit();
        this.handler = before.handler();
        this.clock = before.clock();
        this.extension = before.extension();
        this.rating = before.rating();
        this.closedAt = before.closedAt();
        this.reopened = before.reopened();
    }

    /** Nobody has it any more: it is for the grid again, or for whoever dispatches it. */
    void toNobody() {
        unit = null;
        level = Level.GRID;
    }

    Case with(Step step) {
        List<Step> steps = new ArrayList<>(before.steps());
        steps.add(step);
        return new Case(before.number(), before.listed(), state, open, before.category(), severity, before.openness(), before.place(),
                before.reporter(), before.followUp(), before.description(), level, unit, handler, clock, extension, rating, before.reportedAt(),
                closedAt, reopened, steps);
    }
}
