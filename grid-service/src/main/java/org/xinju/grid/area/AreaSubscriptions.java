package org.xinju.grid.area;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.xinju.events.Intakes;
import org.xinju.events.Subscription;

/** Keeps what the registry publishes of areas. */
@Configuration(proxyBeanMethods = false)
class AreaSubscriptions {

    @Bean
    Subscription areasKept(Intakes intakes, Areas areas) {
        return Subscription.of("grid.areas", "registry.areas")
                .step(event -> intakes.take(Areas.COLLECTION, event.subject(), Areas.INTAKE, event, event.state(Area.class)))
                .step(_ -> areas.changed());
    }
}
