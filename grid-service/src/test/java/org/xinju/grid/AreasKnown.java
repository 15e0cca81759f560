package org.xinju.grid;

import java.time.Duration;

import org.awaitility.Awaitility;

import org.xinju.testing.Api;

/** Waits until the service has heard of the areas. */
public final class AreasKnown {

    private AreasKnown() {}

    public static void await(RegistryEvents registry, Api api) {
        if (api.get("/api/grid/teams/G014").status() != 200 || api.get("/api/grid/teams/G005").status() != 200) {
            registry.dagi();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> api.get("/api/grid/teams/" + RegistryEvents.TOP).body().path("items").size() == 4);
        }
    }
}
