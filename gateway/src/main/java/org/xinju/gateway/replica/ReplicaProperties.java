package org.xinju.gateway.replica;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which services there are and where they run.
 *
 * @param services addresses of the replicas by the service's short name, the first segment of its paths: {@code registry} answers
 *        {@code /api/registry/**}
 * @param readiness how replicas are asked whether they can work
 */
@ConfigurationProperties("xinju.gateway")
record ReplicaProperties(Map<String, List<URI>> services, @DefaultValue Readiness readiness) {

    ReplicaProperties {
        services.forEach((name, addresses) -> {
            if (addresses.isEmpty() || addresses.stream().anyMatch(address -> address.getHost() == null)) {
                throw new IllegalArgumentException("xinju.gateway.services." + name
                        + " must list the addresses of its replicas, like http://host:9101,http://host:9111, but is " + addresses);
            }
        });
    }

    /**
     * Asking each replica.
     *
     * @param interval pause between two questions
     * @param timeout no answer by then counts as "no"
     */
    record Readiness(@DefaultValue("/actuator/health/readiness") String path, @DefaultValue("1s") Duration interval,
            @DefaultValue("1s") Duration timeout) {}
}
