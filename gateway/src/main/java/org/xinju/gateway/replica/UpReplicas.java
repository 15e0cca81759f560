package org.xinju.gateway.replica;

import java.util.List;
import java.util.Set;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Flux;

/**
 * Gives Spring Cloud LoadBalancer the replicas to choose from. Its own {@code HealthCheckServiceInstanceListSupplier} knows only what it
 * asked itself; here a call that did not get through counts at once.
 */
record UpReplicas(String service, Replicas replicas) implements ServiceInstanceListSupplier {

    @Override
    public String getServiceId() {
        return service;
    }

    @Override
    public Flux<List<ServiceInstance>> get() {
        return Flux.just(replicas.open(service, Set.of()));
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Flux<List<ServiceInstance>> get(Request request) {
        return request.getContext() instanceof RequestDataContext context && context.getClientRequest() != null
                ? Flux.just(replicas.open(service, AnotherReplica.tried(context.getClientRequest().getAttributes()))) : get();
    }
}
