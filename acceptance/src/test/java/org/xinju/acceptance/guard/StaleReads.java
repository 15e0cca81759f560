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

/** What somebody has just made is there for them: by its id and in the list, at the replica that made it and at the other one. */
final class StaleReads {

    private static final int WRITERS = 4;
    private static final int A_LANDLORD = 50; // dwellings, so that a list of all is one page
    private static final int AN_ACCOUNT = 200; // confirmations, as it has an end

    private final List<Api> registries;
    private final List<Api> grids;
    private final List<Api> officers;
    private final List<Api> departments;
    private final Specimens specimens;
    private final Visitor landlord;
    private final Collection<String> stale = new ConcurrentLinkedQueue<>();

    StaleReads(RunningSystem system, Specimens specimens, Visitors visitors) {
        this.specimens = specimens;
        this.landlord = visitors.own("landlord");
        var resident = visitors.own("resident");
        this.registries = List.of(new Api(system.address("registry-service"), landlord.token()), new Api(system.address("registry-service-2"), landlord.token()));
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
        specimens.bind(landlord.subject(), "LANDLORD", owner);
        var description = new HashMap<>(Specimens.description(Specimens.homeInGrid()));
        description.put("landlord", owner);
        for (var n = 0; n < A_LANDLORD; n++) {
            var made = registries.get(n % 2).post("/api/registry/dwellings", description);
            found(registries, made.text("id"), "/api/registry/dwellings/" + made.text("id"), "/api/registry/dwellings?limit=500&landlord=" + owner);
        }
    }

    private void aCase(int n) {
        var made = LoopCases.report(grids.get(n % 2), Map.of()).body().path("summary").path("id").asString();
        found(grids, made, "/api/grid/cases/" + made, "/api/grid/cases/mine");
    }

    private void aDraft(int n) {
        var confirmations = Specimens.confirmations(specimens.resident);
        var made = officers.get(n % 2).post(confirmations, Specimens.claim()).text("id");
        found(officers, made, confirmations + "?purpose=points-review");
        found(departments, made, "/api/points/confirmations");
    }

    private void found(List<Api> replicas, String id, String... paths) {
        for (var replica : replicas) {
            for (var path : paths) {
                var answer = replica.get(path);
                if (id.isEmpty() || answer.status() != 200 || !answer.body().toString().contains(id)) {
                    stale.add(id + " at " + replica.base() + path + ": " + answer.status());
                }
            }
        }
    }
}
