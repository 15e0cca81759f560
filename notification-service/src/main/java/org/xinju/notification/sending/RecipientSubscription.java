package org.xinju.notification.sending;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.xinju.events.Subscription;
import org.xinju.notification.message.Messages;
import org.xinju.notification.recipient.Recipient;
import org.xinju.notification.recipient.ResidentIntake;

/** Every state of a resident: keep how the person can be reached, then let go what waited for that. */
@Configuration(proxyBeanMethods = false)
class RecipientSubscription {

    @Bean
    Subscription residents(ResidentIntake intake, Messages messages, Clock clock) {
        return Subscription.of("notification.recipients", "registry.residents")
                .step(intake::take)
                .step(event -> messages.release(new Recipient(Recipient.Kind.RESIDENT, event.subject()), clock.instant()));
    }
}
