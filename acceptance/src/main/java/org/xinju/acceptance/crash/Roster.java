package org.xinju.acceptance.crash;

import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;

import org.xinju.acceptance.Person;
import org.xinju.acceptance.Waiting;

/**
 * An employer sends a roster, and perhaps the same one again, which must change nothing.
 *
 * @param persona bound to the enterprise
 */
record Roster(String persona, String uscc, List<Person> people, boolean twice) implements Story {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int FIRST_ROW = 2; // below the heading

    @Override
    public int commands() {
        return people.size();
    }

    @Override
    public void tell(Teller teller) {
        var key = teller.client().key();
        for (var row : done(teller, key, people.size())) {
            var person = people.get(row.path("row").asInt() - FIRST_ROW);
            var id = row.path("residentId").asString("");
            if (!row.path("outcome").asString("").startsWith("ACCEPTED") || !row.path("effect").asString("").equals("REGISTERED")) {
                teller.journal().found(Finding.of(Finding.Kind.REFUSED, "row %d of roster %s: %s %s", row.path("row").asInt(), key,
                        row.path("outcome").asString(""), row.path("effect").asString("")));
            } else {
                teller.journal().accepted(Journal.RESIDENTS, id, "registered");
                teller.journal().now(new Journal.Resident(id, person, true, Registering.REGISTERED, row.path("area").asString("")));
            }
        }
        if (twice) {
            var changed = done(teller, teller.client().key(), 0).stream().filter(row -> !row.path("effect").asString("").equals("UNCHANGED"))
                    .count();
            if (changed > 0) {
                teller.journal().found(Finding.of(Finding.Kind.DOUBLED, "%d rows of the repeated roster %s changed something", changed, key));
            }
        }
    }

    /** Sends the file and waits until its rows are worked off. */
    private List<JsonNode> done(Teller teller, String key, int weight) {
        var path = "/api/registry/enterprises/" + uscc + "/rosters?dryRun=false";
        var answer = Teller.accepted(path, teller.client().upload(persona, path, Person.csv(people), key, weight, location ->
                Waiting.until("roster " + location + " is worked off", PATIENCE,
                        () -> teller.client().get(persona, location).text("state").equals("DONE"))));
        return teller.client().list(persona, answer.location() + "/rows");
    }
}
