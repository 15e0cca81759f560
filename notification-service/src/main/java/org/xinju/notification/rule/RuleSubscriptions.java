package org.xinju.notification.rule;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.xinju.events.Subscription;
import org.xinju.notification.template.Offers;

/** The topics that rules write about. */
@Configuration(proxyBeanMethods = false)
class RuleSubscriptions {

    @Bean
    Subscription lettersToResidents(LettersOfRules letters) {
        return Subscription.of("notification.letters.residents", "registry.residents").step(letters::write);
    }

    @Bean
    Subscription lettersWithCodes(LettersOfRules letters) {
        return Subscription.of("notification.letters.codes", "registry.bindingCodes").awaited().step(letters::write);
    }

    @Bean
    Subscription lettersOnPoints(LettersOfRules letters) {
        return Subscription.of("notification.letters.points", "points.accounts").step(letters::write);
    }

    @Bean
    Subscription lettersOnCases(LettersOfRules letters) {
        return Subscription.of("notification.letters.cases", "grid.cases").step(letters::write);
    }

    @Bean
    Subscription lettersOnPreferences(LettersOfRules letters) {
        return Subscription.of("notification.letters.recipients", "notification.recipients").step(letters::write);
    }

    /** An offer of a topic that nobody listens to would be a promise that nobody keeps. */
    @Bean
    ListenedTopics listenedTopics(Offers offers, java.util.List<Subscription> subscriptions) {
        var listened = subscriptions.stream().filter(s -> s.group().startsWith("notification.letters.")).map(Subscription::topic).toList();
        offers.all().stream().filter(offer -> !listened.contains(offer.topic())).findFirst().ifPresent(offer -> {
            throw new RuleBook.UnusableException("Offer " + offer.name() + " is of topic " + offer.topic() + ", which is not listened to. Topics: "
                    + String.join(", ", listened));
        });
        return new ListenedTopics(listened);
    }

    record ListenedTopics(java.util.List<String> topics) {}
}
