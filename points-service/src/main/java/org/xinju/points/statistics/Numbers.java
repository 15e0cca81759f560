package org.xinju.points.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xinju.points.engine.Score.Standing;

/**
 * Points of the people of an area.
 *
 * @param within the area and those it lies in, from the sub-district down; empty where nobody is
 * @param accounts people with an account
 * @param reached of them, those who may use the services of the highest threshold
 * @param frozen of them, those whose points cannot be used
 * @param indicators by code; what nobody has points for is left out
 */
public record Numbers(List<String> within, int accounts, int reached, int frozen, Map<String, Part> indicators) {

    /**
     * What comes from one indicator.
     *
     * @param people who have points or deductions by it
     * @param points sum of them, scale 2
     */
    public record Part(int people, BigDecimal points) {

        Part plus(Part other) {
            return new Part(people + other.people, points.add(other.points));
        }
    }

    public Numbers {
        within = List.copyOf(within);
        indicators = Map.copyOf(indicators);
    }

    /** The sum of parts of an area. */
    static Numbers sum(Collection<Numbers> parts, List<String> within) {
        var counting = new Counting();
        parts.forEach(counting::add);
        counting.within = within;
        return counting.result();
    }

    /** Adds people up. */
    public static final class Counting {

        private final Map<String, Part> indicators = new TreeMap<>();
        private List<String> within = List.of();
        private int accounts;
        private int reached;
        private int frozen;

        /** @param points by indicator, without zeros */
        public void add(List<String> livesIn, Standing standing, Map<String, BigDecimal> points) {
            within = livesIn;
            accounts++;
            reached += standing == Standing.REACHED ? 1 : 0;
            frozen += standing == Standing.FROZEN ? 1 : 0;
            points.forEach((code, value) -> indicators.merge(code, new Part(1, value), Part::plus));
        }

        private void add(Numbers numbers) {
            accounts += numbers.accounts;
            reached += numbers.reached;
            frozen += numbers.frozen;
            numbers.indicators.forEach((code, part) -> indicators.merge(code, part, Part::plus));
        }

        public Numbers result() {
            return new Numbers(within, accounts, reached, frozen, indicators);
        }
    }
}
