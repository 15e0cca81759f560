package org.xinju.launcher.demo;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** Loads the demo world. Every step may be done again and is done once. */
public final class DemoWorld {

    private static final long SEED = 330_206_004;
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
    public DemoWorld(URI gateway, Tokens tokens, String issuer, Console console) {
        this.api = new Api(gateway, tokens);
        this.tokens = tokens;
        this.issuer = issuer;
        this.console = console;
    }

    /** @throws Refusal when a step is not taken; the next call goes on from there */
    public void load() throws InterruptedException {
        var personas = tokens.personas();
        var people = new DemoPeople(SEED);
        var rosters = new ArrayList<String>();
        for (var enterprise : DemoEnterprise.ALL) {
            api.post(ADMINISTRATOR, ENTERPRISES, "enterprise " + enterprise.uscc(),
                    Map.of("uscc", enterprise.uscc(), "name", enterprise.name()));
            bind(subject(personas, enterprise.persona()), "ENTERPRISE", enterprise.uscc());
            rosters.add(api.upload(enterprise.persona(), ENTERPRISES + "/" + enterprise.uscc() + "/rosters?dryRun=false",
                    "roster " + enterprise.uscc(), new DemoRoster("roster-" + enterprise.uscc() + ".csv", people.next(enterprise.people()))));
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

    /** The resident personas are the first people of the first roster, in its order. */
    private void bindResidents(List<Persona> personas, String roster) throws InterruptedException {
        var residents = api.get(DemoEnterprise.ALL.getFirst().persona(), roster + "/rows?limit=200").path("items").valueStream()
                .map(DemoWorld::residentId).flatMap(Optional::stream).iterator();
        for (var persona : personas) {
            if (persona.roles().contains("resident") && residents.hasNext()) {
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
