package org.xinju.acceptance.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.xinju.acceptance.Person;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;

/** What has to be there before commands are mixed: enterprises, some residents, and who signs in as whom. */
final class Beginning {

    /** Personas that report hazards. */
    private static final int REPORTERS = 6;
    private static final List<String> STAFF = List.of("administrator", "grid-worker", "grid-worker-3", "grid-leader", "newcomer", "command-room",
            "department", "points-officer", "operator");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningSystem system;
    private final Story.Teller teller;

    Beginning(RunningSystem system, Story.Teller teller) {
        this.system = system;
        this.teller = teller;
    }

    /**
     * @param people whose last ones are the reporters
     * @return ids of the reporters' residents
     */
    List<String> make(List<Person> people) {
        signIn();
        for (var n = 0; n < Mix.ENTERPRISES.size(); n++) {
            teller.must("administrator", "/api/registry/enterprises", Map.of("uscc", Mix.ENTERPRISES.get(n), "name", "碰撞试验厂" + (n + 1)));
            bind(Mix.employer(n), "ENTERPRISE", Mix.ENTERPRISES.get(n));
        }
        var residents = new ArrayList<String>();
        for (var n = 0; n < REPORTERS; n++) {
            var person = people.get(people.size() - 1 - n);
            residents.add(Registering.register(teller, Registering.WORKER, person, Registering.REGISTERED, Map.of()));
            bind(Mix.resident(n), "RESIDENT", residents.getLast());
            teller.journal().reports(Mix.resident(n), residents.getLast());
        }
        firstReports(residents);
        return residents;
    }

    /** Tokens are fetched while the issuer is there. */
    private void signIn() {
        Stream.of(STAFF.stream(), IntStream.range(0, Mix.ENTERPRISES.size()).mapToObj(Mix::employer),
                IntStream.range(0, REPORTERS).mapToObj(Mix::resident)).flatMap(names -> names).parallel().forEach(system::as);
    }

    private void bind(String persona, String kind, String target) {
        teller.must("administrator", "/api/registry/bindings",
                Map.of("issuer", system.issuer(), "subject", "persona-" + persona, "kind", kind, "target", target));
    }

    /** A report is refused until grid-service knows who reports; nothing is stored of that. */
    private void firstReports(List<String> residents) {
        for (var n = 0; n < residents.size(); n++) {
            var hazard = new Hazard(Mix.resident(n), residents.get(n), 0);
            Waiting.until(hazard.reporter() + " is known to grid-service", PATIENCE, () -> {
                var answer = hazard.report(teller);
                return answer.accepted() && !hazard.reported(teller, answer).isEmpty();
            });
        }
    }
}
