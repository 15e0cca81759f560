package org.xinju.grid.population;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.xinju.events.Subscription;

/** Keeps where each resident counts. */
@Configuration(proxyBeanMethods = false)
class PopulationSubscriptions {

    @Bean
    Subscription residentsCounted(PresentResidents residents) {
        return Subscription.of("grid.populations", "registry.residents")
                .step(event -> residents.take(event, event.state(ResidentKnown.class).counted()));
    }
}
