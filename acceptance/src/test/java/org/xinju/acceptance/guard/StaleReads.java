package org.xinju.acceptance.guard;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.xinju.acceptance.Api;
import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Tokens;

/** What somebody has just made is there for them: by its id and in the list, each time at another replica, the one that made it or the other. */
final class StaleReads {

    private static final int WRITERS = 4;
    private static final int A_LANDLORD = 8; // dwellings: a list of all is one page, and a short one
    private static final int AN_ACCOUNT = 200; // confirmations, as it has an end

    private final RunningSystem system;
    private final Tokens tokens;
    private final List<Api> grids;
    private final List<Api> officers;
    private final List<Api> departments;
    private final Specimens specimens;
    private final Collection<String> stale = new ConcurrentLinkedQueue<>();

    StaleReads(RunningSystem system, Specimens specimens, Visitors visitors, Tokens tokens) {
        this.specimens = specimens;
        this.system = system;
        this.tokens = tokens;
        var resident = visitors.own("resident");
        this.grids = List.of(new Api(system.address("grid-service"), resident.token()), new Api(system.address("grid-service-2"), resident.token()));
        this.officers = points(system, "points-officer");
        this.departments = points(system, "department");
    }

    private static List<Api> points(RunningSystem system, String persona) {
        return List.of(system.as(persona, "points-service"), system.as(persona, "points-service-2"));
    }

    /**
     * @param pairs of making and reading, at least
     * @return what was not found at once
     */
    Collection<String> look(int pairs) {
        var rounds = Math.ceilDiv(pairs, A_LANDLORD + 1);
        try (var executor = Executors.newFixedThreadPool(WRITERS, Thread.ofPlatform().daemon().factory())) {
            IntStream.range(0, WRITERS).mapToObj(writer -> CompletableFuture.runAsync(() -> {
                for (var n = writer; n < rounds; n += WRITERS) {
                    dwellings("owner-stale-" + n);
                    aCase(n);
                    if (n < AN_ACCOUNT) {
                        aDraft(n);
                    }
                }
            }, executor)).toList().forEach(CompletableFuture::join);
        }
        return stale;
    }

    private void dwellings(String owner) {
        specimens.bind(owner, "LANDLORD", owner); // a sign-in for each: whoever is bound to thousands is looked up in all of them
        var token = tokens.of(owner, "landlord", List.of());
        var registries = List.of(new Api(system.address("registry-service"), token), new Api(system.address("registry-service-2"), token));
        var description = new HashMap<>(Specimens.description(Specimens.homeInGrid()));
        description.put("landlord", owner);
        for (var n = 0; n < A_LANDLORD; n++) {
            var made = registries.get(n % 2).post("/api/registry/dwellings", description);
            found(n, registries, made.text("id"), "/api/registry/dwellings/" + made.text("id"), "/api/registry/dwellings?limit=500&landlord=" + owner);
        }
    }

    private void aCase(int n) {
        var made = LoopCases.report(grids.get(n % 2), Map.of()).body().path("summary").path("id").asString();
        found(n, grids, made, "/api/grid/cases/" + made, "/api/grid/cases/mine");
    }

    private void aDraft(int n) {
        var confirmations = Specimens.confirmations(specimens.resident);
        var made = officers.get(n % 2).post(confirmations, Specimens.claim()).text("id");
        found(n, officers, made, confirmations + "?purpose=points-review");
        found(n, departments, made, "/api/points/confirmations");
    }

    /** Made at one replica of two: of four in a row, two are looked for there and two at the other. */
    private void found(int n, List<Api> replicas, String id, String... paths) {
        var replica = replicas.get(n / 2 % 2);
        for (var path : paths) {
            var answer = replica.get(path);
            if (id.isEmpty() || answer.status() != 200 || !answer.body().toString().contains(id)) {
                stale.add(id + " at " + replica.base() + path + ": " + answer.status());
            }
        }
    }
}
