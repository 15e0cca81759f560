package org.xinju.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpDsl;

/**
 * What peers have published figures of, alone or together. Told by system properties: {@code xinju.load.base}, the gateway's address; {@code
 * xinju.load.folder}, where feeders read and {@code samples.tsv} is written; {@code xinju.load.lifecycles} and {@code xinju.load.registrations}, the arrivals
 * of each (see {@link Arrivals}), left out where it is not to run.
 */
public final class Peers extends Simulation {

    private final Path folder = Path.of(System.getProperty("xinju.load.folder"));
    private final Samples samples = new Samples();

    public Peers() {
        var scenarios = new Scenarios(samples, folder);
        var populations = new ArrayList<PopulationBuilder>();
        add("xinju.load.lifecycles", scenarios::lifeCycle, populations);
        add("xinju.load.registrations", scenarios::registration, populations);
        setUp(List.copyOf(populations)).protocols(HttpDsl.http.baseUrl(System.getProperty("xinju.load.base")).shareConnections().disableFollowRedirect().disableCaching());
    }

    private static void add(String property, Supplier<ScenarioBuilder> scenario, List<PopulationBuilder> populations) {
        var arrivals = System.getProperty(property, "");
        if (!arrivals.isEmpty()) {
            populations.add(scenario.get().injectOpen(Arrivals.of(arrivals)));
        }
    }

    @Override
    public void after() {
        samples.write(folder.resolve("samples.tsv"));
    }
}
