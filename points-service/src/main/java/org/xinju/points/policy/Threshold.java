package org.xinju.points.policy;

import java.math.BigDecimal;
import java.util.List;

/** A score, itself included, from which services are open. */
public record Threshold(BigDecimal points, Names names, List<Service> opens, Clause clause) {

    /** A public service that the threshold opens. */
    public record Service(String code, Names names) {}

    public Threshold {
        opens = List.copyOf(opens);
    }
}
