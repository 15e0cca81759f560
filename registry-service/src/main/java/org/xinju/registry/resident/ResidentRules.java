package org.xinju.registry.resident;

import org.xinju.events.Rule;

/** The rules of the residents' register by name. */
public final class ResidentRules {

    public static final Rule UNKNOWN = Rule.unknown("resident-unknown", "product R3: nobody learns of people outside their scope");
    public static final Rule ALREADY_REGISTERED = Rule.conflict("already-registered", "product R3: one person per ID number");
    public static final Rule NOT_PENDING = Rule.conflict("not-pending", "product R2");
    public static final Rule LEFT = Rule.conflict("resident-left", "product R2: arrive, move, leave, come back");
    public static final Rule ALREADY_HERE = Rule.conflict("already-here", "product R2: arrive, move, leave, come back");
    public static final Rule BEFORE_STAY = Rule.invalid("before-stay", "product R2: dated stays");
    public static final Rule FUTURE = Rule.invalid("date-in-future", "product R2");
    public static final Rule NAME_DIFFERS = Rule.conflict("name-differs", "product R3: the name in the document");
    public static final Rule HIRE_DATE_DIFFERS = Rule.conflict("hire-date-differs", "product R7");
    public static final Rule NOT_EMPLOYED = Rule.conflict("not-employed-there", "product R7: leavers");
    public static final Rule GUARDIAN = Rule.invalid("guardian-needed", "PIPL art. 31: under 14 by a guardian");
    public static final Rule ADDRESS_MISSING = Rule.invalid("address-missing", "Zhejiang residence regulation art. 29");
    public static final Rule BIRTH_DATE_NEEDED = Rule.invalid("birth-date-needed", "Zhejiang residence regulation art. 29");
    public static final Rule NOT_A_GRID = Rule.invalid("not-a-grid", "product R1");
    public static final Rule SEARCH_ONE_KEY = Rule.invalid("search-one-key", "product R3: exact find only");

    private ResidentRules() {}
}
