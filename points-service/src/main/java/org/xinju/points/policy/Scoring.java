package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The rule of an indicator: how the facts inside its window become points, before any cap. Each kind is seen in a real table (domain.md
 * 1.5). Deductions use the same rules with negative points.
 */
public sealed interface Scoring {

    /** A rule over one kind of fact. */
    sealed interface Leaf extends Scoring {
        String fact();
    }

    /**
     * So many points for each whole unit of the sum of an amount.
     *
     * @param per size of the unit, above 0; what is left below a unit earns nothing yet
     * @param first what it takes to earn anything at all; units are counted beyond it. Null: from 0
     */
    record Linear(String fact, String amount, BigDecimal per, BigDecimal points, @Nullable First first) implements Leaf {

        /** From {@code at} on there are {@code points}, and the units begin ("5 at 200,000, then 1 per 20,000"). */
        public record First(BigDecimal at, BigDecimal points) {}
    }

    /** So many points for each full month of the time that the facts cover; gaps and doubles do not count. */
    record FullMonths(String fact, BigDecimal points) implements Leaf {}

    /** Points of the only row of full months reached last ("3 years +5, 5 years +8"): the highest tier only. */
    record TierBonus(String fact, List<Row> rows) implements Leaf {
        public TierBonus {
            rows = List.copyOf(rows);
        }
    }

    /** Points by age in years on the date; the fact begins on the day of birth. */
    record AgeTable(String fact, List<Row> rows) implements Leaf {
        public AgeTable {
            rows = List.copyOf(rows);
        }
    }

    /** Points by the row in which the sum of an amount lies. */
    record StepTable(String fact, String amount, List<Row> rows) implements Leaf {
        public StepTable {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param from first value of the row, included
     * @param to last value, included; null: no end
     */
    record Row(BigDecimal from, @Nullable BigDecimal to, BigDecimal points) {
        public boolean holds(BigDecimal value) {
            return value.compareTo(from) >= 0 && (to == null || value.compareTo(to) <= 0);
        }
    }

    /** The best level counts, nothing is added. */
    record HighestLevel(String fact, Map<String, BigDecimal> levels) implements Leaf {
        public HighestLevel {
            levels = Map.copyOf(levels);
        }
    }

    /** The same points for one fact or for many. */
    record Flat(String fact, BigDecimal points) implements Leaf {}

    /** The same points for each fact. */
    record Each(String fact, BigDecimal points) implements Leaf {}

    /** Flat points once the facts have lasted {@code months} without a break and one of them holds on the date. */
    record Continuous(String fact, int months, int gapMonths, BigDecimal points) implements Leaf {
        // gapMonths: a break of at most so many months joins what lies around it; the break itself is not counted as time.
    }

    /** Points in all for one, two, three ... facts; more facts than rows: the last row. */
    record Progressive(String fact, List<BigDecimal> totals) implements Leaf {
        public Progressive {
            totals = List.copyOf(totals);
        }
    }

    /**
     * Points by level, shared among the owners of one thing: {@code n} owners make {@code n + 1} shares, the first owner has two
     * (Yongkang and Shenzhen, domain.md 1.5). The facts carry {@code owners} (1 or more) and {@code first-owner} (1 or 0).
     */
    record Shared(String fact, Map<String, BigDecimal> levels) implements Leaf {
        public static final String OWNERS = "owners";
        public static final String FIRST_OWNER = "first-owner";

        public Shared {
            levels = Map.copyOf(levels);
        }
    }

    /** All parts are added. */
    record Sum(List<Leaf> parts) implements Scoring {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /** Only the part with the most points counts, the first among equals. */
    record EitherOf(List<Leaf> parts) implements Scoring {
        public EitherOf {
            parts = List.copyOf(parts);
        }
    }

    /** The rules over single kinds of fact that this one is made of; itself when it is one. */
    default List<Leaf> leaves() {
        return switch (this) {
            case Sum(var parts) -> parts;
            case EitherOf(var parts) -> parts;
            case Leaf leaf -> List.of(leaf);
        };
    }
}
