package org.xinju.launcher.demo;

import java.util.Map;
import java.util.Set;

import org.xinju.launcher.component.Components;

/** Somebody who has just arrived has registered online in G001; the grid worker there has yet to confirm it. */
record Newcomer(Api api) implements Story {

    @Override
    public String name() {
        return "newcomer";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.REGISTRY);
    }

    @Override
    public void tell() throws InterruptedException {
        var person = DemoPeople.newcomer();
        api.post("newcomer", "/api/registry/residents", "newcomer", Map.of("name", person.name(), "idNumber", person.idNumber(),
                "phone", person.phone(), "address", "高田王 8号 201室"));
    }
}
