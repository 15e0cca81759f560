package org.xinju.gateway.replica;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Configuration of Spring Cloud LoadBalancer for each {@code lb://service}; the choice itself is its round robin. */
class Choice {

    @Bean
    ServiceInstanceListSupplier upReplicas(Environment environment, Replicas replicas) {
        return new UpReplicas(environment.getRequiredProperty(LoadBalancerClientFactory.PROPERTY_NAME), replicas);
    }
}
