package org.xinju.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Nothing is under way any more: no event waits in an outbox or a topic, no number to be counted anew, no message for anything but the morning. */
public final class Quiet {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int LOOKS = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

    /** Collections whose documents numbers are counted from, by database. */
    private static final Map<String, String> COUNTED = Map.of("grid", "residents", "points", "accounts");

    private final RunningSystem system;
    private final List<String> services;
    private String restless = "";

    private Quiet(RunningSystem system) {
        this.system = system;
        this.services = system.components().stream().filter(name -> name.contains("-service")).toList();
    }

    /**
     * Waits until some looks in a row find nothing under way.
     *
     * @return how long it took
     * @throws IllegalStateException with what is under way, if it does not end in time
     */
    public static Duration await(RunningSystem system, Duration limit) {
        return new Quiet(system).await(limit);
    }

    private Duration await(Duration limit) {
        var start = System.nanoTime();
        var end = start + limit.toNanos();
        try (var admin = Admin.create(Map.of("bootstrap.servers", system.broker())); var store = MongoClients.create(system.store())) {
            var last = Map.<TopicPartition, Long>of();
            for (var quiet = 0; quiet < LOOKS;) {
                var ends = Consumers.ends(admin);
                quiet = ends.equals(last) && isEverythingSent() && isEverythingWorkedOff(admin, ends)
                        && isEverythingCounted(store) && isEverythingHandedOver() ? quiet + 1 : 0;
                last = ends;
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not quiet within " + limit + ": " + restless);
                }
                Waiting.pause(BETWEEN_LOOKS);
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private boolean isEverythingWorkedOff(Admin admin, Map<TopicPartition, Long> ends) {
        var behind = Consumers.behind(admin, ends);
        restless = "not worked off: " + behind;
        return behind.isEmpty();
    }

    private boolean isEverythingCounted(MongoClient store) {
        var marked = COUNTED.entrySet().stream().mapToLong(one ->
                store.getDatabase(one.getKey()).getCollection(one.getValue()).countDocuments(Filters.exists("marks.area"))).sum();
        restless = marked + " documents have marks of numbers to be counted anew";
        return marked == 0;
    }

    private boolean isEverythingSent() {
        for (var service : services) {
            var waiting = metric(service, "xinju_outbox_documents");
            if (waiting != 0) {
                restless = service + " has " + waiting + " documents with something to send";
                return false;
            }
        }
        return true;
    }

    private boolean isEverythingHandedOver() {
        var waiting = system.as("operator", "notification-service").get("/api/notification/dispatches?state=QUEUED&limit=200").body().path("items")
                .valueStream().filter(item -> !item.path("reason").asString("").equals("QUIET_HOURS")).count();
        restless = waiting + " messages wait to be handed over";
        return waiting == 0;
    }

    /** The sum of a gauge; -1 while the service cannot be asked. */
    private double metric(String service, String name) {
        try {
            var request = HttpRequest.newBuilder(URI.create(system.address(service) + "/actuator/prometheus")).timeout(Duration.ofSeconds(5)).build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return answer.statusCode() != 200 ? -1 : answer.body().lines().filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
