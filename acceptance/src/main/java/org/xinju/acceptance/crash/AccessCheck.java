package org.xinju.acceptance.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.xinju.acceptance.RunningSystem;

/** Every look that was answered is in the log, published without a gap, and shown to the resident. */
record AccessCheck(RunningSystem system, Journal journal, Published published, Consumer<Finding> found) {

    private static final String TOPIC = "audit.accesses";

    void check() {
        var looks = new HashMap<String, Integer>();
        var about = new HashMap<String, Integer>();
        var chains = new HashMap<String, Set<Long>>();
        for (var event : published.distinct(TOPIC)) {
            chains.computeIfAbsent(event.state().path("chain").asString(""), _ -> new HashSet<>()).add(event.state().path("number").asLong());
            event.state().path("subjects").forEach(subject -> {
                about.merge(subject.asString(), 1, Integer::sum);
                if (event.state().path("action").asString("").equals("resident.read")
                        && event.state().path("role").asString("").equals(Looking.LEADER)) {
                    looks.merge(subject.asString(), 1, Integer::sum);
                }
            });
        }
        journal.reads().forEach((id, reads) -> {
            var logged = looks.getOrDefault(id, 0);
            if (logged < reads.answered() || logged > reads.attempts()) {
                found.accept(Finding.of(logged < reads.answered() ? Finding.Kind.LOST : Finding.Kind.DOUBLED,
                        "%d looks at %s were answered (%d attempts), %d are published", reads.answered(), id, reads.attempts(), logged));
            }
        });
        chains.forEach((chain, numbers) -> {
            var last = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
            if (last != numbers.size()) {
                found.accept(Finding.of(Finding.Kind.LOST, "%d entries of the chain %s are not published", last - numbers.size(), chain));
            }
        });
        journal.reporters().forEach((persona, resident) -> shown(persona, resident, about));
    }

    private void shown(String persona, String resident, Map<String, Integer> about) {
        var client = new Client(system, new Traffic(), new java.util.Random(0));
        var shown = client.list(persona, "/api/registry/accesses").size();
        var logged = about.getOrDefault(resident, 0);
        if (shown != logged) {
            found.accept(Finding.of(shown < logged ? Finding.Kind.LOST : Finding.Kind.DOUBLED, "%d looks at %s are published, %d are shown to %s",
                    logged, resident, shown, persona));
        }
    }
}
