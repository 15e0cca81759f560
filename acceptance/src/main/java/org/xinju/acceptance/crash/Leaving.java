package org.xinju.acceptance.crash;

import java.time.Duration;
import java.util.Map;

import org.xinju.acceptance.Person;
import org.xinju.acceptance.Waiting;

/** Somebody whose paper registration is taken over has left meanwhile, and perhaps come back. */
record Leaving(Person person, boolean back) implements Story {

    private static final Duration STAYS = Duration.ofMillis(800);
    private static final int REGISTERED_DAYS_AGO = 25;
    private static final int LEFT_DAYS_AGO = 12;
    private static final int BACK_DAYS_AGO = 6;

    @Override
    public int commands() {
        return back ? 3 : 2;
    }

    @Override
    public void tell(Teller teller) {
        var id = Registering.register(teller, Registering.WORKER, person, Registering.REGISTERED,
                Map.of("registeredOn", teller.today().minusDays(REGISTERED_DAYS_AGO).toString()));
        var resident = Registering.RESIDENTS + "/" + id;
        Waiting.pause(STAYS); // a count begins while they are here
        teller.must(Registering.WORKER, resident + "/departures", Map.of("on", teller.today().minusDays(LEFT_DAYS_AGO).toString()));
        teller.journal().accepted(Journal.RESIDENTS, id, "left");
        teller.journal().now(new Journal.Resident(id, person, false, "LEFT", Registering.GRID));
        if (back) {
            teller.must(Registering.WORKER, resident + "/returns",
                    Map.of("address", Registering.address(teller), "on", teller.today().minusDays(BACK_DAYS_AGO).toString()));
            teller.journal().accepted(Journal.RESIDENTS, id, "came-back");
            teller.journal().now(new Journal.Resident(id, person, false, Registering.REGISTERED, Registering.GRID));
        }
    }
}
