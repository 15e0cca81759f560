package org.xinju.acceptance.crash;

import java.util.HashMap;
import java.util.Map;

import org.xinju.acceptance.Person;

/** A grid worker registers somebody, who moves inside the grid some times; staff look at the record in between. */
record Registering(Person person, int moves) implements Story {

    static final String RESIDENTS = "/api/registry/residents";
    static final String WORKER = "grid-worker";
    static final String REGISTERED = "REGISTERED";
    static final String GRID = "G001";
    private static final int HOUSES = 10; // numbers 1 to 10 of Gaotianwang are G001

    @Override
    public int commands() {
        return 1 + moves;
    }

    @Override
    public void tell(Teller teller) {
        var id = register(teller, WORKER, person, REGISTERED, Map.of());
        for (var n = 0; n < moves; n++) {
            look(teller, id);
            teller.must(WORKER, RESIDENTS + "/" + id + "/moves", Map.of("address", address(teller)));
            teller.journal().accepted(Journal.RESIDENTS, id, "moved");
        }
        look(teller, id);
    }

    /** @return the id of the new resident */
    static String register(Teller teller, String persona, Person person, String state, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("name", person.name(), "idNumber", person.idNumber(), "phone", person.phone(),
                "address", address(teller)));
        body.putAll(more);
        var answer = teller.must(persona, RESIDENTS, body);
        var id = answer.location().substring(answer.location().lastIndexOf('/') + 1);
        teller.journal().accepted(Journal.RESIDENTS, id, "registered");
        teller.journal().now(new Journal.Resident(id, person, false, state, GRID));
        return id;
    }

    static String address(Teller teller) {
        return "高田王 %d号 %d室".formatted(teller.between(1, HOUSES), teller.between(101, 699));
    }

    private static void look(Teller teller, String id) {
        if (teller.oneIn(3)) {
            Looking.look(teller, id);
        }
    }
}
