package org.xinju.notification.sending;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How messages leave; the defaults work, and without the address of a provider its channel is off. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");

    /**
     * @param workers threads per channel and lane
     * @param room how many messages may wait for them in this replica
     * @param hold how long a worker has a message for itself; longer than any provider takes to answer
     * @param patience how long a message waits for its recipient to become known
     */
    @ConfigurationProperties("xinju.sending")
    record Settings(@DefaultValue("8") int workers, @DefaultValue("1000") int room, @DefaultValue("30s") Duration hold,
            @DefaultValue("1h") Duration patience, @DefaultValue Quiet quietHours, @DefaultValue Sms sms, @DefaultValue Smtp smtp) {}

    record Quiet(@DefaultValue("21:30") LocalTime from, @DefaultValue("07:30") LocalTime until) {}

    /**
     * @param uri where SMS are posted to; empty: the channel is off
     * @param secretFile shared with the provider: bearer of requests, key of receipts' signatures
     * @param perSecond messages a second, per replica
     */
    record Sms(@DefaultValue("") String uri, @Nullable Path secretFile, @DefaultValue("100") int perSecond,
            @DefaultValue("5s") Duration patience) {}

    /**
     * @param host empty: the channel is off
     * @param from address of the sender
     * @param username empty: no sign-in at the server
     */
    record Smtp(@DefaultValue("") String host, @DefaultValue("25") int port, @DefaultValue("xinju@dagi.example") String from,
            @DefaultValue("") String username, @DefaultValue("") String password, @DefaultValue("20") int perSecond,
            @DefaultValue("5s") Duration patience) {}

    @Bean
    Delivery delivery(Settings settings) {
        return new Delivery(new QuietHours(settings.quietHours().from(), settings.quietHours().until(), NINGBO), settings.patience());
    }
}
