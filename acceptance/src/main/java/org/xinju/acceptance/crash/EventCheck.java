package org.xinju.acceptance.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every accepted command is told by exactly one event of its aggregate, and no other event is told; nothing is in the dead letters. */
record EventCheck(Journal journal, Published published, Consumer<Finding> found) {

    /** What happens by itself when time goes by, and what a newer version tells. */
    private static final Set<String> UNCOUNTED = Set.of("turned-yellow", "turned-red", "clock-revised", Situations.NEWER);

    void check() {
        for (var topic : List.of(Journal.RESIDENTS, Journal.DWELLINGS, Journal.CASES)) {
            var told = published.distinct(topic).stream().filter(event -> !UNCOUNTED.contains(event.name()))
                    .collect(Collectors.groupingBy(Published.Event::subject, Collectors.mapping(Published.Event::name, Collectors.toList())));
            var accepted = journal.events(topic);
            accepted.forEach((id, events) -> compare(topic + " " + id, counted(events), counted(told.getOrDefault(id, List.of()))));
            told.forEach((id, events) -> {
                if (!accepted.containsKey(id)) {
                    found.accept(Finding.of(Finding.Kind.UNASKED, "%s %s tells of %s, which no accepted command made", topic, id, events));
                }
            });
        }
        published.topics().forEach(this::oneIdOneEvent);
        states();
        accounts();
        published.deadLetters().forEach((topic, count) -> found.accept(Finding.of(Finding.Kind.STUCK, "%d dead letters in %s", count, topic)));
    }

    private static Map<String, Integer> counted(List<String> events) {
        var counted = new TreeMap<String, Integer>();
        List.copyOf(events).forEach(event -> counted.merge(event, 1, Integer::sum));
        return counted;
    }

    private void compare(String what, Map<String, Integer> accepted, Map<String, Integer> told) {
        var all = new HashSet<>(accepted.keySet());
        all.addAll(told.keySet());
        for (var event : all) {
            int wanted = accepted.getOrDefault(event, 0);
            int there = told.getOrDefault(event, 0);
            if (there != wanted) {
                var kind = there < wanted ? Finding.Kind.LOST : wanted > 0 ? Finding.Kind.DOUBLED : Finding.Kind.UNASKED;
                found.accept(Finding.of(kind, "%s: %d times %s accepted, %d told", what, wanted, event, there));
            }
        }
    }

    /** An event may be sent more than once, by a restored source with another sequence too, but it says the same then. */
    private void oneIdOneEvent(String topic) {
        var first = new HashMap<String, Published.Event>();
        for (var event : published.all(topic)) {
            var before = first.putIfAbsent(event.id(), event);
            if (before != null && !before.state().equals(event.state())) {
                found.accept(Finding.of(Finding.Kind.WRONG, "%s: two different events of %s are called %s", topic, event.subject(), event.id()));
            }
        }
    }

    private void states() {
        var newest = published.newest(Journal.RESIDENTS);
        for (var resident : journal.residents().values()) {
            var event = newest.get(resident.id());
            if (event != null) {
                var stays = event.state().path("stays");
                var told = event.state().path("status").asString("") + " in " + stays.path(stays.size() - 1).path("area").asString("");
                var accepted = resident.state() + " in " + resident.area();
                if (!told.equals(accepted)) {
                    found.accept(Finding.of(Finding.Kind.WRONG, "resident %s is told to be %s, accepted was %s", resident.id(), told, accepted));
                }
            }
        }
    }

    private void accounts() {
        var opened = published.distinct("points.accounts").stream().filter(event -> event.name().equals("opened"))
                .collect(Collectors.groupingBy(Published.Event::subject, Collectors.counting()));
        for (var id : journal.residents().keySet()) {
            var times = opened.getOrDefault(id, 0L);
            if (times != 1) {
                found.accept(Finding.of(times == 0 ? Finding.Kind.LOST : Finding.Kind.DOUBLED, "account of %s was opened %d times", id, times));
            }
        }
        opened.keySet().stream().filter(id -> !journal.residents().containsKey(id))
                .forEach(id -> found.accept(Finding.of(Finding.Kind.UNASKED, "account of nobody: %s", id)));
    }
}
