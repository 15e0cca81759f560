package org.xinju.acceptance.crash;

import java.util.Map;

import org.xinju.acceptance.Person;

/** Somebody who has just arrived registers online; the grid worker may confirm it. */
record Confirming(Person person, boolean confirmed) implements Story {

    @Override
    public int commands() {
        return confirmed ? 2 : 1;
    }

    @Override
    public void tell(Teller teller) {
        var id = Registering.register(teller, "newcomer", person, "PENDING", Map.of());
        if (confirmed) {
            teller.must(Registering.WORKER, Registering.RESIDENTS + "/" + id + "/confirmations", Map.of());
            teller.journal().accepted(Journal.RESIDENTS, id, "confirmed");
            teller.journal().now(new Journal.Resident(id, person, false, Registering.REGISTERED, Registering.GRID));
        }
    }
}
