package org.xinju.launcher.demo;

import java.util.Map;
import java.util.Set;

import org.xinju.launcher.component.Components;

/**
 * Another resident has reported a hazard that a department is working on. It is urgent, so its clock turns yellow within a day; nothing in
 * the API could make it older than it is.
 */
record OpenHazard(Api api) implements Story {

    @Override
    public String name() {
        return "open-hazard";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.REGISTRY, Components.GRID);
    }

    @Override
    public void tell() throws InterruptedException {
        var hazard = api.postOnceKnown("resident-2", SettledHazard.CASES, "open hazard", Map.of("category", "hazard.work-safety", "area", "G001",
                "address", "高田王 9号 门口", "description", "门口的配电箱没有门，电线露在外面，小孩常在旁边玩。", "openness", "CONFIDENTIAL")).path();
        api.post("grid-worker", hazard + "/acceptances", "open hazard acceptances",
                Map.of("severity", "URGENT", "note", "已先拉警戒带，请尽快处理。"));
        api.post("command-room", hazard + "/dispatches", "open hazard dispatches", Map.of("unit", "DEP-SAFETY"));
    }
}
