package org.xinju.acceptance.guard;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.node.ObjectNode;

import org.xinju.acceptance.Api;
import org.xinju.acceptance.RunningSystem;

import static org.xinju.acceptance.guard.Specimens.must;

/** Versions of the policy to be got at: the one that came with the system under new numbers, each with a first day of its own that nobody lives to see. */
final class PolicyDrafts {

    static final String POLICIES = "/api/points/policies";
    static final String FIRST = "DG-DEFAULT@1";

    private static final LocalDate FAR = LocalDate.of(2126, 1, 1);

    private final Api officer;
    private final Api publisher;
    private final ObjectNode first;
    private final AtomicInteger last = new AtomicInteger(1);

    PolicyDrafts(RunningSystem system) {
        this.officer = system.as("points-officer", "points-service");
        this.publisher = system.as("policy-publisher", "points-service");
        this.first = (ObjectNode) must(officer.get(POLICIES + "/" + FIRST)).body().path("document");
    }

    /** A new version, drafted by nobody yet. */
    ObjectNode document() {
        var number = last.incrementAndGet();
        var document = first.deepCopy().put("effectiveFrom", FAR.plusDays(number).toString());
        ((ObjectNode) document.path("reference")).put("version", number);
        return document;
    }

    static String path(ObjectNode document) {
        return POLICIES + "/" + document.path("reference").path("id").asString() + "@" + document.path("reference").path("version").asInt();
    }

    /** A new version, drafted by an officer. */
    ObjectNode drafted() {
        var document = document();
        must(officer.post(POLICIES, document));
        return document;
    }

    /** A new version, reviewed by a publisher. */
    ObjectNode approved() {
        var document = drafted();
        must(publisher.post(path(document) + "/approvals", Map.of()));
        return document;
    }
}
