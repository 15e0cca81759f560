package org.xinju.acceptance.crash;

import java.util.Map;

/** A house is registered, changed, and perhaps no longer let, and let again. */
record Letting(int changes, boolean closed, boolean reopened) implements Story {

    private static final String DWELLINGS = "/api/registry/dwellings";

    @Override
    public int commands() {
        return 1 + changes + (closed ? 1 : 0) + (closed && reopened ? 1 : 0);
    }

    @Override
    public void tell(Teller teller) {
        var beds = teller.between(1, 6);
        var answer = teller.must(Registering.WORKER, DWELLINGS, Map.of("address", Registering.address(teller), "use", "RURAL_HOUSE",
                "areaM2", 80, "rooms", 4, "beds", beds));
        var id = answer.location().substring(answer.location().lastIndexOf('/') + 1);
        teller.journal().accepted(Journal.DWELLINGS, id, "registered");
        for (var n = 1; n <= changes; n++) {
            step(teller, id, "changes", Map.of("beds", beds + n), "changed");
        }
        if (closed) {
            step(teller, id, "closures", Map.of(), "closed");
            if (reopened) {
                step(teller, id, "reopenings", Map.of(), "reopened");
            }
        }
    }

    private static void step(Teller teller, String id, String step, Map<String, Object> body, String event) {
        teller.must(Registering.WORKER, DWELLINGS + "/" + id + "/" + step, body);
        teller.journal().accepted(Journal.DWELLINGS, id, event);
    }
}
