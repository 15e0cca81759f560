package org.xinju.points.account;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.privacy.access.Purpose;
import org.xinju.web.Caller;
import org.xinju.web.Looks;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;
import org.xinju.web.SignIns;

/** Who may look at an account: the resident it is of, and staff of the area for a purpose. */
@Component
class AccountAccess {

    static final Rule UNKNOWN = Rule.unknown("account-unknown", "product P3");
    static final Rule NOT_BOUND = Rule.unknown("sign-in-not-bound", "product R9");
    static final Rule NOT_YOUR_OWN = Rule.forbidden("account-not-your-own", "product, People: scope of data");

    private static final String RESIDENT = "RESIDENT";
    private static final Role[] STAFF = {Role.POINTS_OFFICER, Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.COMMAND_ROOM};

    private final Accounts accounts;
    private final SignIns signIns;

    AccountAccess(Accounts accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    /** The resident that the caller's sign-in stands for. */
    String own(Caller caller) {
        return signIns.targets(caller, RESIDENT).stream().findFirst().orElseThrow(() -> RejectedException.of(NOT_BOUND));
    }

    /** @throws org.xinju.web.RejectedException (403) unless the account is the caller's own */
    void requireOwn(Caller caller, String id) {
        if (!signIns.targets(caller, RESIDENT).contains(id)) {
            throw RejectedException.of(NOT_YOUR_OWN);
        }
    }

    /**
     * Why the caller looks. Somebody outside the caller's areas is as unknown as somebody without an account.
     *
     * @param purpose as sent; residents need none
     */
    Purpose purpose(Caller caller, String id, @Nullable String purpose) {
        if (signIns.targets(caller, RESIDENT).contains(id)) {
            return Purpose.OWN_DATA;
        }
        caller.require(STAFF);
        var why = Looks.purpose(purpose == null ? "" : purpose);
        if (!caller.covers(account(id).state().within())) {
            throw RejectedException.of(UNKNOWN);
        }
        return why;
    }

    Stored<Account> account(String id) {
        return accounts.find(id).orElseThrow(() -> RejectedException.of(UNKNOWN));
    }
}
