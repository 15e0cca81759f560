package org.xinju.web;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.DeadLetter;
import org.xinju.events.DeadLetters;
import org.xinju.events.Republisher;
import org.xinju.events.Rule;

/** What operators do to the event protocol of a service. No personal data is shown: causes, ids and places only. */
@RestController
@RequestMapping("/api/${xinju.web.service}/operations")
class OperationsController {

    static final Rule UNKNOWN_GROUP = Rule.unknown("unknown-group", "architecture.md: dead letters per group");
    static final Rule UNKNOWN_KIND = Rule.unknown("unknown-kind", "architecture.md: republish");

    private final DeadLetters deadLetters;
    private final Republisher republisher;

    OperationsController(DeadLetters deadLetters, Republisher republisher) {
        this.deadLetters = deadLetters;
        this.republisher = republisher;
    }

    /** Consumer groups of this service. */
    record Groups(List<String> groups) {}

    /** How many snapshots were sent. */
    record Republished(String kind, long snapshots) {}

    @GetMapping("/dead-letters")
    Groups groups(Caller caller) {
        caller.require(Role.OPERATOR);
        return new Groups(deadLetters.groups());
    }

    @GetMapping("/dead-letters/{group}")
    List<DeadLetter> list(Caller caller, @PathVariable String group, @RequestParam(defaultValue = "100") int limit) {
        caller.require(Role.OPERATOR);
        return deadLetters.list(known(group), Cursor.limit(limit));
    }

    /** Hands the waiting dead letters to that group's steps again, oldest first. */
    @PostMapping("/dead-letters/{group}/replays")
    DeadLetters.Replay replay(Caller caller, @PathVariable String group, @RequestParam(defaultValue = "10000") int limit) {
        caller.require(Role.OPERATOR);
        return deadLetters.replay(known(group), limit);
    }

    @PostMapping("/snapshots/{kind}")
    Republished republish(Caller caller, @PathVariable String kind) {
        caller.require(Role.OPERATOR);
        if (!republisher.kinds().contains(kind)) {
            throw RejectedException.of(UNKNOWN_KIND, String.join(", ", republisher.kinds()));
        }
        return new Republished(kind, republisher.republish(kind));
    }

    private String known(String group) {
        if (!deadLetters.groups().contains(group)) {
            throw RejectedException.of(UNKNOWN_GROUP, String.join(", ", deadLetters.groups()));
        }
        return group;
    }
}
