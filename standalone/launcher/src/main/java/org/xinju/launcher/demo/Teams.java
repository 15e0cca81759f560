package org.xinju.launcher.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xinju.launcher.component.Components;

/** The teams of the pilot's thirteen grids (domain facts 0): complete, but for volunteers in the last one, so that a gap can be seen. */
record Teams(Api api) implements Story {

    private static final List<String> PLAN = List.of("LEADER", "ASSISTANT", "ASSISTANT", "FAMILY_SERVICES", "VOLUNTEER", "VOLUNTEER",
            "VOLUNTEER", "VOLUNTEER", "VOLUNTEER");
    private static final int GRIDS = 13;
    private static final int MISSING = 2; // in the last one

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.REGISTRY, Components.GRID);
    }

    @Override
    public void tell() throws InterruptedException {
        var people = new DemoPeople(DemoPeople.SEED + 1).next(GRIDS * PLAN.size()).iterator();
        for (var grid = 1; grid <= GRIDS; grid++) {
            var area = String.format("G%03d", grid);
            for (var place = 0; place < PLAN.size() - (grid == GRIDS ? MISSING : 0); place++) {
                var phone = String.format("16099%03d%03d", grid, place); // a block that is not assigned
                api.postOnceKnown("administrator", "/api/grid/teams/" + area + "/members", "team " + area + " " + place,
                        Map.of("role", PLAN.get(place), "name", people.next().name(), "dutyPhone", phone));
            }
        }
    }
}
