package org.xinju.grid.loop;

import java.util.List;

import org.xinju.web.Role;

/** In what standing somebody acts on a case. */
public enum Actor {

    /** Who has reported it, or holds the follow-up code. */
    REPORTER(Role.RESIDENT, Role.LOCAL_RESIDENT, Role.LANDLORD, Role.EMPLOYER, Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF,
            Role.COMMAND_ROOM, Role.DEPARTMENT),
    /** Staff of the grid it lies in. */
    GRID(Role.GRID_WORKER, Role.GRID_LEADER),
    /** The chief of the district it lies in. */
    DISTRICT(Role.DISTRICT_CHIEF),
    /** The command room of the sub-district. */
    COMMAND(Role.COMMAND_ROOM),
    /** The unit it is dispatched to; as long as there is none, the grid. */
    UNIT(Role.GRID_WORKER, Role.GRID_LEADER, Role.DISTRICT_CHIEF, Role.DEPARTMENT);

    private final List<Role> roles;

    Actor(Role... roles) {
        this.roles = List.of(roles);
    }

    /** The roles in tokens that can come to stand so. */
    public List<Role> roles() {
        return roles;
    }
}
