package org.xinju.registry.roster;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.registry.area.Area;
import org.xinju.registry.area.Areas;
import org.xinju.web.Words;

/** Shows results of rows in the reader's language. */
@Component
class RowViews {

    private final Words words;
    private final Areas areas;

    RowViews(Words words, Areas areas) {
        this.words = words;
        this.areas = areas;
    }

    record Finding(@Nullable String field, String rule, String message) {}

    /** @param grid false: the address is on the task list of {@code area} */
    record View(int row, Verdict.Outcome outcome, RowResult.@Nullable Effect effect, List<Finding> findings, @Nullable String residentId,
            @Nullable String area, @Nullable String areaName, @Nullable Boolean grid) {}

    View of(RowResult result) {
        var area = result.area();
        var name = area == null ? null : areas.today().find(area).map(Area::name).orElse(area);
        return new View(result.row(), result.outcome(), result.effect(), result.findings().stream().map(this::finding).toList(),
                result.residentId(), area, name, result.grid());
    }

    private Finding finding(RowResult.Finding finding) {
        var rejection = new Rejection(Rule.invalid(finding.rule(), ""), finding.field(), List.copyOf(finding.arguments()));
        return new Finding(finding.field(), finding.rule(), words.of(rejection, LocaleContextHolder.getLocale()));
    }
}
