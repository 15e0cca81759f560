package org.xinju.registry.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.xinju.registry.resident.Resident;

/** Where somebody has worked since when: four of five new residents work in enterprises (domain facts 0). */
final class Work {

    private static final LocalDate FIRST_HIRE = LocalDate.of(2015, 1, 5);
    private static final int WORKING_AGE = 16;
    private static final int OLD = 61;
    private static final List<String> OCCUPATIONS = List.of("操作工", "焊工", "装配工", "模具工", "注塑工", "数控操作", "仓管", "叉车工", "质检", "冲压工", "打磨工", "电工",
            "包装工", "保洁", "驾驶员", "厨师", "文员", "技术员", "压铸工", "缝纫工");

    private Work() {}

    /**
     * The number of enterprises that work for the first {@code residents} people of a world needs: one per 37.5 people, 4,000 for 150,000.
     */
    static int enterprisesFor(int residents) {
        return (residents - 1) * 2 / 75 + 1;
    }

    static List<Resident.Employment> of(long seed, int i, LocalDate born, Life life) {
        var draws = new Draws(seed, "work", i);
        var old = !born.plusYears(OLD).isAfter(Life.TODAY);
        if (!draws.chance(old ? 300 : 970)) {
            return List.of();
        }
        var last = life.stays().getLast().until();
        var end = last == null ? Life.TODAY : last;
        var at = latest(latest(FIRST_HIRE, born.plusYears(WORKING_AGE)), life.arrival()).plusDays(draws.below(40));
        var jobs = new ArrayList<Resident.Employment>();
        for (var changes = draws.below(4); changes > 0; changes--) {
            var until = draws.day(at.plusDays(60), at.plusDays(1100));
            var next = until.plusDays(1 + draws.below(45));
            if (next.isAfter(end.minusDays(5))) {
                break;
            }
            jobs.add(new Resident.Employment(employer(i, draws), draws.pick(OCCUPATIONS), at, until));
            at = next;
        }
        if (!at.isAfter(end)) {
            jobs.add(new Resident.Employment(employer(i, draws), draws.pick(OCCUPATIONS), at, last));
        }
        return jobs;
    }

    /** One of those that a world of {@code i + 1} people has; a few are large and most are small. */
    private static String employer(int i, Draws draws) {
        return WorldIds.enterprise(draws.mostlySmall(enterprisesFor(i + 1)));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
