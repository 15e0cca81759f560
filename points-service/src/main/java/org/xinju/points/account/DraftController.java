package org.xinju.points.account;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Stored;
import org.xinju.points.publishing.Policies;
import org.xinju.privacy.access.Purpose;
import org.xinju.web.Caller;
import org.xinju.web.Cursor;
import org.xinju.web.Looks;
import org.xinju.web.Page;
import org.xinju.web.Role;

/** Shows a department the drafts and objections that wait for it. */
@RestController
@RequestMapping("/api/points/confirmations")
class DraftController {

    private final Accounts accounts;
    private final Policies policies;
    private final ConfirmationViews views;
    private final Looks looks;

    DraftController(Accounts accounts, Policies policies, ConfirmationViews views, Looks looks) {
        this.accounts = accounts;
        this.policies = policies;
        this.views = views;
        this.looks = looks;
    }

    /** @param account id of the account that it is about */
    record Draft(String account, ConfirmationView confirmation) {}

    /** A page has the drafts of up to {@code limit} accounts. */
    @GetMapping
    Page<Draft> list(Caller caller, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        caller.require(Role.DEPARTMENT);
        var policy = policies.inForce();
        var departments = policy.departmentsOf(caller.areas());
        var found = accounts.waitingFor(departments, Cursor.decode(cursor), Cursor.limit(limit) + 1);
        var shown = found.stream().limit(limit).toList();
        looks.record(caller, "confirmation.list", Purpose.POINTS_REVIEW, shown.stream().map(Stored::id).toList(),
                List.of("points"));
        var drafts = shown.stream().flatMap(account -> account.state().confirmations().all().stream()
                .filter(one -> one.waits() && departments.contains(one.department()))
                .map(one -> new Draft(account.id(), views.of(one, policy, locale)))).toList();
        return new Page<>(drafts, Page.of(found, limit, Stored::id, Stored::id).next());
    }
}
