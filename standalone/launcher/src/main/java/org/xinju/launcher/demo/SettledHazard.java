package org.xinju.launcher.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xinju.launcher.component.Components;

/** The resident has reported a blocked stair-well with a photo; it went the whole loop and was rated. */
record SettledHazard(Api api) implements Story {

    static final String CASES = "/api/grid/cases";

    @Override
    public String name() {
        return "settled-hazard";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.REGISTRY, Components.GRID);
    }

    @Override
    public void tell() throws InterruptedException {
        var before = photo("resident", "before", DemoPhoto.blocked());
        var hazard = api.postOnceKnown("resident", CASES, "settled hazard", Map.of("category", "hazard.fire", "area", "G001",
                "address", "高田王 5号 楼道", "description", "楼道里堆满纸箱和电瓶车，晚上还在充电，着火了跑不出去。", "openness", "NAMED",
                "photos", List.of(before))).path();
        step("grid-worker", hazard, "acceptances", Map.of("note", "已到现场看过，情况属实。"));
        step("command-room", hazard, "dispatches", Map.of("unit", "DEP-FIRE", "note", "请消防工作站会同网格清理，并查看充电设施。"));
        var after = photo("department", "after", DemoPhoto.cleared());
        step("department", hazard, "handlings", Map.of("note", "已清理楼道，电瓶车移到院内集中充电点，向房东发了提醒。", "photos", List.of(after)));
        step("department", hazard, "feedbacks", Map.of("note", "楼道已清空，电瓶车请到院内充电点充电。谢谢您的提醒！"));
        var seen = photo("grid-worker-3", "seen", DemoPhoto.cleared());
        step("grid-worker-3", hazard, "verifications", Map.of("passed", true, "note", "晚上复看，楼道通畅，没有飞线充电。", "photos", List.of(seen)));
        step("grid-leader", hazard, "closures", Map.of("analysis", "院内没有充电点是主因，已请房东增设；同类院落列入下月巡查。"));
        step("resident", hazard, "ratings", Map.of("rating", 5, "note", "处理得很快，谢谢。"));
    }

    private void step(String persona, String hazard, String step, Map<String, Object> body) throws InterruptedException {
        api.post(persona, hazard + "/" + step, "settled hazard " + step, body);
    }

    private String photo(String persona, String name, byte[] png) throws InterruptedException {
        return api.upload(persona, "/api/grid/photos", "settled hazard photo " + name, new DemoFile(name + ".png", "image/png", png)).body()
                .path("id").asString("");
    }
}
