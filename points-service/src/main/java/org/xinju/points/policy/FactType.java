package org.xinju.points.policy;

import java.util.List;

/**
 * A kind of fact a policy looks at, and what a fact of this kind may carry. Departments confirm facts against it.
 *
 * @param kind as facts name it, for example {@code stay}
 * @param amounts the numbers such a fact carries, each 0 or more, in the unit that the name says
 * @param levels the levels such a fact may state, lowest first; empty when it has none
 */
public record FactType(String kind, Names names, List<Amount> amounts, List<Level> levels) {

    /** A number with a unit, for example {@code millilitres}. */
    public record Amount(String code, Names names) {}

    /** A level, for example {@code bachelor}. */
    public record Level(String code, Names names) {}

    public FactType {
        amounts = List.copyOf(amounts);
        levels = List.copyOf(levels);
    }

    boolean hasAmount(String code) {
        return amounts.stream().anyMatch(amount -> amount.code().equals(code));
    }

    boolean hasLevel(String code) {
        return levels.stream().anyMatch(level -> level.code().equals(code));
    }
}
