package org.xinju.grid.team;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

/** The roles that a team may have, as data. */
final class TeamRoles {

    private record File(List<TeamRole> roles) {}

    private final List<TeamRole> roles;

    private TeamRoles(List<TeamRole> roles) {
        this.roles = List.copyOf(roles);
    }

    /** The roles that come with the service. */
    static TeamRoles dagi() {
        InputStream file = Objects.requireNonNull(TeamRoles.class.getResourceAsStream("/teams/roles.json"));
        return new TeamRoles(JsonMapper.shared().readValue(file, File.class).roles());
    }

    List<TeamRole> all() {
        return roles;
    }

    Optional<TeamRole> find(String code) {
        return roles.stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
