package org.xinju.acceptance.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.xinju.acceptance.RunningSystem;

/**
 * Every event that a rule writes about has led to one message per channel, and no other message is there; what was sent has arrived at the
 * simulated provider under the message's id.
 */
record MessageCheck(RunningSystem system, Journal journal, Published published, Consumer<Finding> found) {

    private static final Set<String> INBOX = Set.of("INBOX");
    private static final Set<String> INBOX_AND_SMS = Set.of("INBOX", "SMS");

    /** What product N1 promises to the reporter of a case, by event. */
    private static final Map<String, Set<String>> ON_CASES = Map.ofEntries(Map.entry("reported", INBOX), Map.entry("accepted", INBOX_AND_SMS),
            Map.entry("dispatched", INBOX), Map.entry("returned", INBOX), Map.entry("handled", INBOX), Map.entry("fed-back", INBOX),
            Map.entry("verified", INBOX), Map.entry("verification-failed", INBOX), Map.entry("closed", INBOX_AND_SMS), Map.entry("rated", INBOX),
            Map.entry("reopened", INBOX), Map.entry("turned-yellow", INBOX), Map.entry("turned-red", INBOX));

    /** What makes a message the one that is promised. */
    private record Letter(String event, String recipient, String channel) {}

    void check() {
        var promised = promised();
        var written = new HashMap<Letter, Integer>();
        var arrived = new Arrivals(system);
        published.newest("notification.messages").forEach((id, event) -> {
            var state = event.state();
            var letter = new Letter(state.path("event").asString(""), state.path("recipient").path("id").asString(""),
                    state.path("channel").asString(""));
            written.merge(letter, 1, Integer::sum);
            var progress = state.path("state").asString("") + (state.path("reason").asString("").equals("QUIET_HOURS") ? " until morning" : "");
            if (letter.channel().equals("INBOX") ? !progress.equals("DELIVERED") : !Set.of("SENT", "DELIVERED", "QUEUED", "QUEUED until morning")
                    .contains(progress)) {
                found.accept(Finding.of(Finding.Kind.WRONG, "message %s is %s", id, progress));
            }
            var resident = journal.residents().get(letter.recipient());
            if (letter.channel().equals("SMS") && progress.matches("SENT|DELIVERED") && resident != null
                    && !arrived.at(resident.person().phone()).contains(id)) {
                found.accept(Finding.of(Finding.Kind.LOST, "message %s is %s, but did not arrive at the provider", id, progress));
            }
        });
        promised.forEach(letter -> {
            var times = written.getOrDefault(letter, 0);
            if (times != 1) {
                found.accept(Finding.of(times == 0 ? Finding.Kind.LOST : Finding.Kind.DOUBLED, "%s was written %d times", letter, times));
            }
        });
        written.keySet().stream().filter(letter -> !promised.contains(letter))
                .forEach(letter -> found.accept(Finding.of(Finding.Kind.UNASKED, "%s was written", letter)));
    }

    private Set<Letter> promised() {
        var promised = new HashSet<Letter>();
        for (var event : published.distinct(Journal.RESIDENTS)) {
            if (List.of("registered", "confirmed").contains(event.name())) {
                INBOX_AND_SMS.forEach(channel -> promised.add(new Letter(event.id(), event.subject(), channel)));
            }
        }
        for (var event : published.distinct(Journal.CASES)) {
            var reporter = event.state().path("reporter").path("id").asString("");
            ON_CASES.getOrDefault(event.name(), Set.of()).forEach(channel -> promised.add(new Letter(event.id(), reporter, channel)));
        }
        return promised;
    }
}
