package org.xinju.acceptance.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A resident reports a hazard that goes through the loop, some of it twice, and stops after some steps.
 *
 * @param reporter a persona that is bound to a resident
 * @param ofResident that resident
 * @param steps how many after the report, at most
 */
record Hazard(String reporter, String ofResident, int steps) implements Story {

    private static final String CASES = "/api/grid/cases";

    /** Steps of the shortest whole way. */
    static final int WHOLE = 7;

    private static final List<String> REPORTED = List.of("REPORTED");

    private record Step(String persona, String path, Map<String, Object> body, String event, String to) {}

    private static final Step ACCEPT = new Step("grid-worker", "acceptances", Map.of("note", "情况属实。"), "accepted", "ACCEPTED");
    private static final Step DISPATCH = new Step("command-room", "dispatches", Map.of("unit", "DEP-FIRE"), "dispatched", "DISPATCHED");
    private static final Step RETURN = new Step("department", "returns", Map.of("note", "不属于本站。"), "returned", "ACCEPTED");
    private static final Step HANDLE = new Step("department", "handlings", Map.of("note", "已清理。"), "handled", "HANDLED");
    private static final Step FEED_BACK = new Step("department", "feedbacks", Map.of("note", "楼道已清空。"), "fed-back", "FED_BACK");
    private static final Step FAIL = new Step("grid-worker-3", "verifications", Map.of("passed", false, "note", "仍有杂物。"),
            "verification-failed", "DISPATCHED");
    private static final Step VERIFY = new Step("grid-worker-3", "verifications", Map.of("passed", true, "note", "楼道通畅。"), "verified",
            "VERIFIED");
    private static final Step CLOSE = new Step("grid-leader", "closures", Map.of("analysis", "已增设充电点。"), "closed", "CLOSED");

    @Override
    public int commands() {
        return 1 + steps;
    }

    @Override
    public void tell(Teller teller) {
        var id = reported(teller, Teller.accepted(CASES, report(teller)));
        var states = new ArrayList<>(REPORTED);
        for (var step : way(teller).subList(0, steps)) {
            teller.must(step.persona(), CASES + "/" + id + "/" + step.path(), step.body());
            states.add(step.to().isEmpty() ? states.getLast() : step.to());
            teller.journal().accepted(Journal.CASES, id, step.event());
            teller.journal().now(new Journal.Case(id, ofResident, List.copyOf(states)));
        }
    }

    Client.Answer report(Teller teller) {
        return teller.client().post(reporter, CASES, Map.of("category", "hazard.fire", "area", Registering.GRID, "address",
                Registering.address(teller), "description", "楼道里堆满纸箱，晚上还在充电。", "openness", "NAMED"));
    }

    /** @return the id of the new case */
    String reported(Teller teller, Client.Answer answer) {
        var id = answer.location().substring(answer.location().lastIndexOf('/') + 1);
        teller.journal().accepted(Journal.CASES, id, "reported");
        teller.journal().now(new Journal.Case(id, ofResident, REPORTED));
        return id;
    }

    private List<Step> way(Teller teller) {
        var way = new ArrayList<>(List.of(ACCEPT, DISPATCH));
        if (teller.oneIn(4)) {
            way.addAll(List.of(RETURN, DISPATCH));
        }
        way.addAll(List.of(HANDLE, FEED_BACK));
        if (teller.oneIn(4)) {
            way.addAll(List.of(FAIL, HANDLE, FEED_BACK));
        }
        way.addAll(List.of(VERIFY, CLOSE));
        way.add(teller.oneIn(3) ? new Step(reporter, "reopenings", Map.of("note", "又堆满了。"), "reopened", "ACCEPTED")
                : new Step(reporter, "ratings", Map.of("rating", teller.between(1, 5)), "rated", ""));
        return way;
    }
}
