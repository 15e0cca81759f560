package org.xinju.grid.cases;

import org.jspecify.annotations.Nullable;

import org.xinju.web.Role;

/** As what somebody reports. */
enum ReporterKind {
    RESIDENT(Role.RESIDENT),
    LOCAL_RESIDENT(Role.LOCAL_RESIDENT),
    LANDLORD(Role.LANDLORD),
    ENTERPRISE(Role.EMPLOYER),
    /** Grid staff, district, command room or department: known by the sign-in itself. */
    STAFF(null);

    private final @Nullable Role role;

    ReporterKind(@Nullable Role role) {
        this.role = role;
    }

    /** The role in tokens whose sign-ins are bound to such reporters; null for staff. */
    @Nullable Role role() {
        return role;
    }
}
