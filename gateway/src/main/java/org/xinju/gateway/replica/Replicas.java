package org.xinju.gateway.replica;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.stereotype.Component;

/** All replicas of all services. */
@Component
public class Replicas {

    private final Map<String, List<Replica>> services = new LinkedHashMap<>();

    Replicas(ReplicaProperties properties, MeterRegistry meters) {
        properties.services().forEach((name, addresses) -> services.put(name,
                addresses.stream().distinct().map(address -> new Replica(name, address)).toList()));
        all().forEach(replica -> Gauge.builder("xinju.gateway.replica.up", replica, it -> it.isUp() ? 1 : 0)
                .description("1: calls are sent to the replica, 0: it is left out").tag("service", replica.getServiceId())
                .tag("replica", replica.getInstanceId()).register(meters));
    }

    /** Short names of the services. */
    public Set<String> services() {
        return services.keySet();
    }

    List<Replica> all() {
        return services.values().stream().flatMap(Collection::stream).toList();
    }

    /** Where a call may go that has not got through to some: those that are up, else, as it may be known too late, the rest. */
    List<ServiceInstance> open(String service, Set<Replica> tried) {
        var untried = services.getOrDefault(service, List.of()).stream().filter(replica -> !tried.contains(replica)).toList();
        var up = untried.stream().filter(Replica::isUp).toList();
        return List.copyOf(up.isEmpty() ? untried : up);
    }

    boolean anyUp(String service) {
        return services.getOrDefault(service, List.of()).stream().anyMatch(Replica::isUp);
    }
}
