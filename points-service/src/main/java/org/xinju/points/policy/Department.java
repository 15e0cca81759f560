package org.xinju.points.policy;

import java.util.List;

/**
 * Who confirms the facts of an indicator.
 *
 * @param units those that work for it here, as sign-ins of departments name them: {@code DEP-LABOUR}
 */
public record Department(String code, Names names, List<String> units) {

    public Department {
        units = List.copyOf(units);
    }
}
