package org.xinju.grid.cases;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.xinju.grid.area.Areas;
import org.xinju.grid.clock.Colour;

/** {@code xinju_cases_open} by colour: counted now and then from the index of open cases. Every replica shows the same number. */
@Component
class CaseMetrics {

    private final CaseLists lists;
    private final Areas areas;
    private final Map<Colour, AtomicLong> open = new EnumMap<>(Colour.class);

    CaseMetrics(CaseLists lists, Areas areas, MeterRegistry meters) {
        this.lists = lists;
        this.areas = areas;
        for (var colour : Colour.values()) {
            open.put(colour, meters.gauge("xinju.cases.open", Tags.of("colour", colour.name().toLowerCase(java.util.Locale.ROOT)),
                    new AtomicLong()));
        }
    }

    @Scheduled(fixedDelayString = "${xinju.grid.count-every:15s}")
    void count() {
        var tops = areas.today().tops();
        open.forEach((colour, number) -> number.set(tops.stream().mapToLong(top -> lists.open(top, colour)).sum()));
    }
}
