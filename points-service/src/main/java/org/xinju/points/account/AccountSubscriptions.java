package org.xinju.points.account;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.xinju.events.Cause;
import org.xinju.events.Intakes;
import org.xinju.events.Subscription;
import org.xinju.web.SignIns;

/** What points-service does with the registry's events. */
@Configuration(proxyBeanMethods = false)
class AccountSubscriptions {

    /** Every state of a resident: keep what is needed of it, then settle the account anew. */
    @Bean
    Subscription residents(Intakes intakes, Accounts accounts) {
        return Subscription.of("points.accounts", "registry.residents")
                .step(event -> intakes.take(Accounts.COLLECTION, event.subject(), Accounts.RESIDENT, event,
                event.state(ResidentKnown.class)))
                .step(event -> accounts.settle(event.subject(), new Cause.Reaction(event.id(), "settle")));
    }

    @Bean
    SignIns signIns(MongoDatabase database, Intakes intakes) {
        return new SignIns(database, intakes);
    }

    @Bean
    Subscription bindings(SignIns signIns) {
        return signIns.subscription("points.bindings");
    }
}
