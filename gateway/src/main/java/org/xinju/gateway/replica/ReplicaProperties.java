package org.xinju.gateway.replica;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which services there are and where they run.
 *
 * @param services addresses of the replicas by the service's short name, the first segment of its paths: {@code registry} answers
 *        {@code /api/registry/**}; or {@code dns://host:port}, for as many replicas as the name has addresses
 * @param readiness how replicas are asked whether they can work
 * @param lookUp pause between two questions for the addresses of a name
 */
@ConfigurationProperties("xinju.gateway")
record ReplicaProperties(Map<String, List<URI>> services, @DefaultValue Readiness readiness, @DefaultValue("1s") Duration lookUp) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "dns");

    ReplicaProperties {
        services.forEach((name, addresses) -> {
            if (addresses.isEmpty() || !addresses.stream().allMatch(ReplicaProperties::isClear) || addresses.stream().anyMatch(ReplicaProperties::isName) && addresses.size() > 1) {
                throw new IllegalArgumentException("xinju.gateway.services." + name + " must list the addresses of its replicas, like "
                        + "http://host:9101,http://host:9111, or give the name that all of them have, like dns://host:9101, but is " + addresses);
            }
        });
    }

    private static boolean isClear(URI address) {
        return address.getHost() != null && SCHEMES.contains(address.getScheme()) && !(isName(address) && address.getPort() < 0);
    }

    /** Whether replicas are found by it, and not one that stands there. */
    static boolean isName(URI address) {
        return "dns".equals(address.getScheme());
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
