package org.xinju.acceptance.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.xinju.acceptance.Person;

/** What the system has accepted, as its clients were told: the one side of the comparison. */
final class Journal {

    static final String RESIDENTS = "registry.residents";
    static final String DWELLINGS = "registry.dwellings";
    static final String CASES = "grid.cases";

    /**
     * Somebody who is registered.
     *
     * @param employed from a roster, with a day of hire
     * @param state {@code PENDING}, {@code REGISTERED} or {@code LEFT}
     * @param area where the last address lies
     */
    record Resident(String id, Person person, boolean employed, String state, String area) {}

    /** @param states after each accepted step, the report first */
    record Case(String id, String reporter, List<String> states) {}

    /** @param attempts requests for a record, {@code answered} of which showed it */
    record Reads(int answered, int attempts) {}

    private final Map<String, Map<String, List<String>>> events = new ConcurrentHashMap<>();
    private final Map<String, Resident> residents = new ConcurrentHashMap<>();
    private final Map<String, Case> cases = new ConcurrentHashMap<>();
    private final Map<String, String> reporters = new ConcurrentHashMap<>();
    private final Map<String, Reads> reads = new ConcurrentHashMap<>();
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());

    /** An accepted command of which exactly this event tells. */
    void accepted(String topic, String id, String event) {
        accepted.add(event);
        events.computeIfAbsent(topic, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(id, _ -> Collections.synchronizedList(new ArrayList<>())).add(event);
    }

    void now(Resident resident) {
        residents.put(resident.id(), resident);
    }

    void now(Case hazard) {
        cases.put(hazard.id(), hazard);
    }

    void read(String resident, int attempts) {
        reads.merge(resident, new Reads(1, attempts), (a, b) -> new Reads(a.answered + b.answered, a.attempts + b.attempts));
    }

    /** A persona is bound to a resident. */
    void reports(String persona, String resident) {
        reporters.put(persona, resident);
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** Accepted commands, rows of rosters counted one by one. */
    int accepted() {
        return accepted.size();
    }

    Map<String, List<String>> events(String topic) {
        return events.getOrDefault(topic, Map.of());
    }

    Map<String, Resident> residents() {
        return residents;
    }

    Map<String, Case> cases() {
        return cases;
    }

    Map<String, Reads> reads() {
        return reads;
    }

    /** Residents by the persona that is bound to them. */
    Map<String, String> reporters() {
        return reporters;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
