package org.xinju.grid.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.xinju.events.Bulk;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.grid.area.Areas;
import org.xinju.grid.category.Categories;
import org.xinju.grid.category.Category;
import org.xinju.grid.clock.Severity;
import org.xinju.grid.clock.WorkingTime;
import org.xinju.grid.loop.Actor;
import org.xinju.grid.loop.Loop;
import org.xinju.grid.unit.Level;
import org.xinju.grid.unit.Unit;
import org.xinju.privacy.Sealing;
import org.xinju.web.Caller;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/**
 * Cases of the made-up world. Each follows from the seed and its number: one of the world's residents has reported it in the own grid, and it has gone
 * its way through the loop by now, up to five years ago. They are stored as if they had been there for long; nobody is told of them.
 */
@Component
@Profile("development")
class Histories {

    private static final Duration YEARS = Duration.ofDays(5 * 365);
    private static final Duration SETTLED = Duration.ofDays(60); // longer than any of them takes
    private static final String SYSTEM = "made-up world";
    private static final List<String> SEEN = List.of("楼道里堆放纸箱和旧家具，通道只剩一半。", "电动车在楼梯口充电，线从三楼拉下来。", "路灯连续几天不亮，晚上看不清台阶。",
            "垃圾桶满了没有人清运，味道很大。", "下水道堵了，雨天积水到小腿。", "出租房里住的人比登记的多。", "工地夜里十二点还在施工，孩子睡不着。", "人行道上的砖松了，老人绊倒过一次。");

    private final Cases cases;
    private final Reports reports;
    private final Areas areas;
    private final Categories categories;
    private final Texts texts;
    private final Moves moves;
    private final Clock clock;

    Histories(Cases cases, Reports reports, Areas areas, Categories categories, Sealing sealing, Loop loop, WorkingTime working, Clock clock) {
        this.cases = cases;
        this.reports = reports;
        this.areas = areas;
        this.categories = categories;
        this.texts = new Texts(sealing);
        this.moves = new Moves(loop, working);
        this.clock = clock;
    }

    /** One thing that somebody does to a case. */
    private record Deed(String path, Actor who, Role role, Given given) {}

    /**
     * Again does nothing.
     *
     * @param residents of the world, among whom those are who have reported
     * @param from number of the first case, from 0
     * @param until number after the last
     */
    Bulk.Placement place(long seed, int residents, int from, int until) {
        var numbers = new LinkedHashMap<String, Integer>();
        IntStream.range(from, until).forEach(n -> numbers.put(WorldIds.derive(seed, "case", n).toString(), n));
        Collection<String> missing = numbers.keySet();
        var placed = 0;
        for (var attempt = 0; !missing.isEmpty(); attempt++) {
            var states = new LinkedHashMap<String, Case>();
            for (var one : numbers.entrySet()) {
                if (missing.contains(one.getKey())) {
                    states.put(one.getKey(), lived(seed, residents, one.getKey(), one.getValue(), attempt));
                }
            }
            var placement = cases.place(new Cause.Command("history/" + seed, "history", 201, null), states);
            placed += placement.placed();
            missing = Set.copyOf(placement.taken()); // numbers that others have: each gets the next of its own
        }
        return new Bulk.Placement(placed, numbers.size() - placed, List.of());
    }

    private Case lived(long seed, int residents, String id, int n, int attempt) {
        var draw = new SplittableRandom(WorldIds.derive(seed, "case draws", n).getLeastSignificantBits());
        var resident = draw.nextInt(residents);
        var within = areas.today().within(WorldIds.grid(seed, resident));
        if (within.isEmpty()) {
            throw RejectedException.of(HistoryController.AREAS_MISSING);
        }
        var at = cases.now().truncatedTo(ChronoUnit.DAYS).minus(SETTLED).minusMillis(draw.nextLong(YEARS.toMillis()));
        var category = categories.leaves().get(draw.nextInt(categories.leaves().size()));
        var report = new Reports.Checked(category, categories.find(category).map(Category::severity).orElse(Severity.GENERAL), within, "",
                SEEN.get(draw.nextInt(SEEN.size())), List.of());
        var one = reports.made(id, CaseNumber.of(id, LocalDate.ofInstant(at, clock.getZone()), attempt), report, Openness.NAMED,
                new Reporter(ReporterKind.RESIDENT, WorldIds.resident(seed, resident)), null, at);
        for (var deed : deeds(id, within, draw)) {
            at = at.plus(Duration.ofMinutes(draw.nextLong(20, 24 * 60)));
            one = done(one, deed, at);
        }
        return one;
    }

    private List<Deed> deeds(String id, List<String> within, SplittableRandom draw) {
        var end = draw.nextInt(100);
        if (end < 4) {
            return List.of(new Deed("rejections", Actor.GRID, Role.GRID_WORKER, given(id, "不属于网格受理范围。", null)));
        }
        if (end < 7) {
            return List.of(new Deed("withdrawals", Actor.REPORTER, Role.RESIDENT, given(id, null, null)));
        }
        var deeds = new ArrayList<Deed>();
        deeds.add(new Deed("acceptances", Actor.GRID, Role.GRID_WORKER, given(id, null, null)));
        var dispatched = draw.nextInt(100) < 40;
        if (dispatched) {
            var district = new Unit(within.get(1), Level.DISTRICT, within.subList(0, 2));
            deeds.add(new Deed("dispatches", Actor.GRID, Role.GRID_LEADER, new Given(district, null, null, List.of(), null, null, null)));
        }
        var handler = dispatched ? Role.DISTRICT_CHIEF : Role.GRID_WORKER;
        deeds.add(new Deed("handlings", Actor.UNIT, handler, given(id, "现场处置完毕。", null)));
        deeds.add(new Deed("feedbacks", Actor.UNIT, handler, given(id, "已处置，感谢您的反映。", null)));
        deeds.add(new Deed("verifications", Actor.COMMAND, Role.COMMAND_ROOM, new Given(null, texts.seal(id, "现场核查属实。"), null, List.of(), null, true, null)));
        deeds.add(new Deed("closures", Actor.COMMAND, Role.COMMAND_ROOM,
                new Given(null, null, texts.seal(id, "日常巡查不够细，已加密频次。"), List.of(), null, null, null)));
        if (draw.nextInt(100) < 30) {
            deeds.add(new Deed("ratings", Actor.REPORTER, Role.RESIDENT, given(id, null, draw.nextInt(1, 6))));
        }
        return deeds;
    }

    private Given given(String id, @Nullable String note, @Nullable Integer rating) {
        return new Given(null, note == null ? null : texts.seal(id, note), null, List.of(), rating, null, null);
    }

    private Case done(Case one, Deed deed, Instant at) {
        var caller = new Caller(SYSTEM, deed.role().claim(), Set.of(deed.role()), Set.copyOf(one.place().within()));
        return switch (moves.move(one, deed.path(), deed.given(), new Standing(EnumSet.of(deed.who()), caller), at)) {
            case Change.Accepted<Case, CaseEvent> accepted -> accepted.state();
            case Change<Case, CaseEvent> other -> throw new IllegalStateException(deed.path() + " of a made-up case: " + other);
        };
    }
}
