package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.List;

/** Indicators that limit each other across their own caps. */
public sealed interface Group {

    String code();

    Names names();

    List<String> members();

    Clause clause();

    /** Together the members count no more than {@code cap} points (seen in Shenzhen, domain.md 1.5). */
    record Capped(String code, Names names, List<String> members, BigDecimal cap, Clause clause) implements Group {
        public Capped {
            members = List.copyOf(members);
        }
    }

    /** Only the member with the most points counts, the first named among equals ("degree or skill", Shanghai and Lanxi, domain.md 1.5). */
    record EitherOf(String code, Names names, List<String> members, Clause clause) implements Group {
        public EitherOf {
            members = List.copyOf(members);
        }
    }
}
