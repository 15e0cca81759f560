package org.xinju.gateway.replica;

import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.stereotype.Component;

/** All replicas of all services that are known now: those that are configured by address, and those that {@link Names} has found. */
@Component
public class Replicas {

    private final Set<String> names;
    private final Map<String, List<Replica>> services = new ConcurrentHashMap<>();
    private final MultiGauge gauge;
    private Consumer<Replica> watch = _ -> {};

    Replicas(ReplicaProperties properties, MeterRegistry meters) {
        names = Collections.unmodifiableSet(properties.services().keySet());
        gauge = MultiGauge.builder("xinju.gateway.replica.up").description("1: calls are sent to the replica, 0: it is left out").register(meters);
        properties.services().forEach((name, addresses) -> services.put(name,
                addresses.stream().distinct().filter(address -> !ReplicaProperties.isName(address)).map(address -> new Replica(name, address, true)).toList()));
        show();
    }

    /** Short names of the services. */
    public Set<String> services() {
        return names;
    }

    /** @param watcher gets every replica, those there are and those that will join */
    synchronized void watched(Consumer<Replica> watcher) {
        watch = watcher;
        services.values().stream().flatMap(Collection::stream).forEach(watcher);
    }

    /**
     * A service's replicas are these from now on. One that joins gets calls when it has said that it is ready, or when no other is; what is
     * known of the others stays.
     */
    synchronized void found(String service, Set<URI> addresses) {
        var before = of(service);
        var stay = before.stream().filter(replica -> addresses.contains(replica.getUri())).toList();
        var known = stay.stream().map(Replica::getUri).toList();
        var join = addresses.stream().filter(address -> !known.contains(address)).sorted().map(address -> new Replica(service, address, false)).toList();
        if (join.isEmpty() && stay.size() == before.size()) {
            return;
        }
        services.put(service, Stream.concat(stay.stream(), join.stream()).toList());
        join.forEach(watch);
        show();
    }

    private void show() {
        var rows = new LinkedHashSet<MultiGauge.Row<?>>();
        services.values().forEach(all -> all.forEach(replica -> rows.add(MultiGauge.Row.of(
                Tags.of("service", replica.getServiceId(), "replica", replica.getInstanceId()), replica, it -> it.isUp() ? 1 : 0))));
        gauge.register(rows, true);
    }

    boolean isKnown(Replica replica) {
        return of(replica.getServiceId()).contains(replica);
    }

    /** Where a call may go that has not got through to some: those that are up, else, as it may be known too late, the rest. */
    List<ServiceInstance> open(String service, Set<Replica> tried) {
        var untried = of(service).stream().filter(replica -> !tried.contains(replica)).toList();
        var up = untried.stream().filter(Replica::isUp).toList();
        return List.copyOf(up.isEmpty() ? untried : up);
    }

    /** How many replicas of a service get calls. */
    public int up(String service) {
        return (int) of(service).stream().filter(Replica::isUp).count();
    }

    private List<Replica> of(String service) {
        return services.getOrDefault(service, List.of());
    }
}
