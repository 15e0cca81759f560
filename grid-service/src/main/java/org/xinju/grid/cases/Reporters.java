package org.xinju.grid.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.xinju.events.Ids;
import org.xinju.web.Caller;
import org.xinju.web.Role;
import org.xinju.web.SignIns;

/** As whom a caller reports: by the bindings of the sign-in; staff by the sign-in itself. */
@Component
class Reporters {

    private static final Role[] STAFF = {Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM, Role.DEPARTMENT};

    private final SignIns signIns;

    Reporters(SignIns signIns) {
        this.signIns = signIns;
    }

    /** All that the caller may have reported as. */
    List<Reporter> of(Caller caller) {
        var all = new ArrayList<Reporter>();
        for (var kind : ReporterKind.values()) {
            var role = kind.role();
            if (role != null && caller.is(role)) {
                signIns.targets(caller, kind.name()).stream().sorted().forEach(target -> all.add(new Reporter(kind, target)));
            }
        }
        if (isStaff(caller)) {
            all.add(new Reporter(ReporterKind.STAFF, Ids.derive("staff", caller.signIn()).toString()));
        }
        return all;
    }

    /** Whether the caller's roles are those of somebody who reports at all. */
    boolean mayReport(Caller caller) {
        return isStaff(caller) || caller.is(Role.RESIDENT, Role.LOCAL_RESIDENT, Role.LANDLORD, Role.EMPLOYER);
    }

    boolean isStaff(Caller caller) {
        return caller.is(STAFF);
    }

    /** As whom a new case is reported; empty where the sign-in is not bound to anybody. */
    Optional<Reporter> first(Caller caller) {
        return of(caller).stream().findFirst();
    }

    boolean hasReported(Caller caller, Case one) {
        var reporter = one.reporter();
        return reporter != null && of(caller).contains(reporter);
    }
}
