package org.xinju.launcher.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.xinju.launcher.component.Components;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** Six enterprises with their rosters, and the personas among their people. */
final class People implements Story {

    private static final String ADMINISTRATOR = "administrator";
    private static final String ENTERPRISES = "/api/registry/enterprises";
    private static final String BINDINGS = "/api/registry/bindings";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(300);

    private final Api api;
    private final Tokens tokens;
    private final String issuer;
    private final Console console;

    /** @param issuer the {@code iss} of the personas' tokens */
    People(Api api, Tokens tokens, String issuer, Console console) {
        this.api = api;
        this.tokens = tokens;
        this.issuer = issuer;
        this.console = console;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Set<String> needs() {
        return Set.of(Components.REGISTRY);
    }

    @Override
    public void tell() throws InterruptedException {
        var personas = tokens.personas();
        var people = new DemoPeople(DemoPeople.SEED);
        var rosters = new ArrayList<String>();
        for (var enterprise : DemoEnterprise.ALL) {
            api.post(ADMINISTRATOR, ENTERPRISES, "enterprise " + enterprise.uscc(),
                    Map.of("uscc", enterprise.uscc(), "name", enterprise.name()));
            bind(subject(personas, enterprise.persona()), "ENTERPRISE", enterprise.uscc());
            rosters.add(api.upload(enterprise.persona(), ENTERPRISES + "/" + enterprise.uscc() + "/rosters?dryRun=false",
                    "roster " + enterprise.uscc(), new DemoRoster("roster-" + enterprise.uscc() + ".csv", people.next(enterprise.people())).file()).path());
        }
        for (var i = 0; i < rosters.size(); i++) {
            await(DemoEnterprise.ALL.get(i), rosters.get(i));
        }
        bindResidents(personas, rosters.getFirst());
    }

    private void await(DemoEnterprise enterprise, String roster) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var state = api.get(enterprise.persona(), roster).path("state").asString("");
            if (state.equals("DONE")) {
                console.say("demo-roster", enterprise.name(), enterprise.people());
                return;
            }
            if (state.equals("FAILED") || System.nanoTime() > end) {
                throw new Refusal("demo-refused", "GET " + roster, state);
            }
            Thread.sleep(LOOK);
        }
    }

    /** The resident personas are the first people of the first roster, in its order; the newcomer is in none. */
    private void bindResidents(List<Persona> personas, String roster) throws InterruptedException {
        var residents = api.get(DemoEnterprise.ALL.getFirst().persona(), roster + "/rows?limit=200").path("items").valueStream()
                .map(People::residentId).flatMap(Optional::stream).iterator();
        for (var persona : personas) {
            if (persona.roles().contains("resident") && persona.name().startsWith("resident") && residents.hasNext()) {
                bind(persona.subject(), "RESIDENT", residents.next());
            }
        }
    }

    private static Optional<String> residentId(JsonNode row) {
        return Optional.of(row.path("residentId").asString("")).filter(id -> !id.isEmpty());
    }

    private void bind(String subject, String kind, String target) throws InterruptedException {
        api.post(ADMINISTRATOR, BINDINGS, "binding " + issuer + " " + subject,
                Map.of("issuer", issuer, "subject", subject, "kind", kind, "target", target));
    }

    private static String subject(List<Persona> personas, String name) {
        return personas.stream().filter(persona -> persona.name().equals(name)).findFirst().orElseThrow().subject();
    }
}
