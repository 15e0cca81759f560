package org.xinju.registry.dwelling;

import java.math.BigDecimal;

import org.xinju.events.Rule;

/** The rules of the register of dwellings by name. */
final class DwellingRules {

    /** From so many beds on a flat or building is in the class with many occupants (Ningbo regulation of 2023-11-24, domain facts 3.1). */
    static final int MANY_BEDS = 10;

    static final BigDecimal SMALLEST_M2 = BigDecimal.ONE;
    static final BigDecimal LARGEST_M2 = new BigDecimal(100_000);
    static final int MOST_ROOMS = 500;
    static final int MOST_BEDS = 2000;
    static final int LONGEST_ADDRESS = 200;

    static final Rule UNKNOWN = Rule.unknown("dwelling-unknown", "product R6: own dwellings, own areas");
    static final Rule ADDRESS = Rule.invalid("dwelling-address", "Zhejiang residence regulation art. 9; domain facts 5: rental record");
    static final Rule USE = Rule.invalid("dwelling-use", "domain facts 5: rental record");
    static final Rule AREA = Rule.invalid("dwelling-area", "domain facts 3.1: space per occupant");
    static final Rule ROOMS = Rule.invalid("dwelling-rooms", "domain facts 3.1");
    static final Rule BEDS = Rule.invalid("dwelling-beds", "domain facts 3.1: ten or more rental beds");
    static final Rule LANDLORD = Rule.invalid("dwelling-landlord", "product R9: what a sign-in stands for");
    static final Rule NOT_YOURS = Rule.forbidden("dwelling-not-yours", "product.md, People: own dwellings");
    static final Rule CLOSED = Rule.conflict("dwelling-closed", "product R6");
    static final Rule NOT_CLOSED = Rule.conflict("dwelling-not-closed", "product R6");
    static final Rule NOT_A_GRID = Rule.invalid("not-a-grid", "product R1");
    static final Rule FUTURE = Rule.invalid("date-in-future", "product R6");

    private DwellingRules() {}
}
