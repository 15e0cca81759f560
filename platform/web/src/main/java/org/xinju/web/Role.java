package org.xinju.web;

import java.util.Locale;
import java.util.Optional;

/** The roles in tokens, named as in the product's list of people: {@code grid-worker} is {@link #GRID_WORKER}. */
public enum Role {
    RESIDENT,
    LOCAL_RESIDENT,
    LANDLORD,
    EMPLOYER,
    GRID_WORKER,
    GRID_LEADER,
    DISTRICT_CHIEF,
    COMMAND_ROOM,
    DEPARTMENT,
    POINTS_OFFICER,
    POLICY_PUBLISHER,
    EDITOR,
    ORGANISER,
    AUDITOR,
    ADMINISTRATOR,
    OPERATOR;

    /** As written in tokens. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a role that does not exist. */
    public static Optional<Role> ofClaim(String claim) {
        for (var role : values()) {
            if (role.claim().equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
