package org.xinju.grid.population;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.events.Received;
import org.xinju.grid.RunningGrid;

import static org.assertj.core.api.Assertions.assertThat;

/** Events that come in any order, twice and at once, while several replicas count: the numbers end right and no mark is left. */
class PopulationPropertiesTest {

    private static final AtomicInteger WORLD = new AtomicInteger();
    @SuppressWarnings("NullAway.Init") // set before the first try
    private static ConfigurableApplicationContext service;

    @BeforeContainer
    static void start() {
        service = new SpringApplicationBuilder(RunningGrid.class).profiles("development")
                .properties("server.port=0", "xinju.grid.recount-every=50ms").run();
    }

    @AfterContainer
    static void stop() {
        service.close();
    }

    /** @param state number of the state of this resident, from 1 */
    record Event(String resident, int state, String status, String area) {}

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void every_area_ends_with_the_number_of_those_who_are_there(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int residents) throws Exception {
        var random = new Random(seed);
        var world = "w" + WORLD.incrementAndGet() + "-";
        var events = new ArrayList<Event>();
        var expected = new HashMap<String, Population>();
        for (var i = 0; i < residents; i++) {
            var life = life(world + "r" + i, world, random);
            events.addAll(life);
            var last = life.getLast();
            var one = switch (last.status()) {
                case "REGISTERED" -> new Population(1, 0);
                case "PENDING" -> new Population(0, 1);
                default -> Population.NONE;
            };
            expected.merge(last.area(), one, Population::plus);
        }
        deliver(events, random);

        var populations = service.getBean(Populations.class);
        populations.recount();
        var areas = List.of(world + "A", world + "B", world + "C");
        var found = populations.find(areas);
        areas.forEach(area -> assertThat(found.getOrDefault(area, Population.NONE)).as(area)
                .isEqualTo(expected.getOrDefault(area, Population.NONE)));
        assertThat(service.getBean(MongoDatabase.class).getCollection("residents").countDocuments(Filters.exists("marks"))).isZero();
    }

    private static List<Event> life(String resident, String world, Random random) {
        var life = new ArrayList<Event>();
        for (var state = 1; state <= 1 + random.nextInt(5); state++) {
            var status = List.of("REGISTERED", "REGISTERED", "PENDING", "LEFT").get(random.nextInt(4));
            life.add(new Event(resident, state, status, world + "ABC".charAt(random.nextInt(3))));
        }
        return life;
    }

    /** Every event at least once, some twice, shuffled, by three consumers, while several replicas count. */
    private static void deliver(List<Event> events, Random random) throws Exception {
        var residents = service.getBean(PresentResidents.class);
        var populations = service.getBean(Populations.class);
        var all = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextBoolean()).forEach(all::add);
        Collections.shuffle(all, random);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Void>>();
            for (var consumer = 0; consumer < 3; consumer++) {
                var mine = consumer;
                work.add(() -> {
                    for (var i = mine; i < all.size(); i += 3) {
                        var received = received(all.get(i), random.nextInt(5) == 0);
                        residents.take(received, received.state(ResidentKnown.class).counted());
                        if (random.nextInt(4) == 0) { // so that areas are counted between two events and not only in the end
                            populations.recount();
                        }
                    }
                    return null;
                });
            }
            work.addAll(Collections.nCopies(2, () -> {
                populations.recount();
                return null;
            }));
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static Received received(Event event, boolean snapshot) {
        var state = Map.of("status", event.status(), "stays", List.of(Map.of("area", event.area(), "registeredOn", "2026-01-01")));
        var data = JsonMapper.shared().writeValueAsString(Map.of("state", state, "change", Map.of())).getBytes(StandardCharsets.UTF_8);
        return new Received(event.resident() + "/" + event.state(), "registry.resident.moved.v1", event.resident(), event.state(), snapshot,
                Instant.EPOCH, data);
    }
}
