package org.xinju.registry.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.xinju.events.Cause;
import org.xinju.events.Received;
import org.xinju.events.Subscription;
import org.xinju.registry.binding.Bindings;
import org.xinju.web.Answers;

/** Finishes what a crash between the confirmed code and the binding left open. */
@Configuration(proxyBeanMethods = false)
class ConfirmedCodes {

    private static final String CONFIRMED = "registry.binding-code.confirmed.v1";

    @Bean
    Subscription codeSubscription(Bindings bindings) {
        return Subscription.of("registry.binding-codes", Codes.TOPIC).step(event -> event.type().equals(CONFIRMED), event -> bind(bindings, event));
    }

    private static void bind(Bindings bindings, Received event) {
        var who = event.change(BindingCodes.Event.Confirmed.class);
        var binding = CodeController.bindingOf(who.issuer(), who.subject(), event.subject(), who.issuedAt());
        Answers.done(bindings.bindProven(binding, new Cause.Reaction(event.id(), "bind")));
    }
}
