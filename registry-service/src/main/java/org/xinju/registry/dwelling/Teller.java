package org.xinju.registry.dwelling;

/** Who says how a dwelling is. */
enum Teller {
    /** Has seen it. */
    STAFF,
    LANDLORD;

    Dwelling.Status registersAs() {
        return this == STAFF ? Dwelling.Status.REGISTERED : Dwelling.Status.PENDING;
    }
}
