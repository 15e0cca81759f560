package org.xinju.notification.sending;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import org.xinju.notification.recipient.ChannelName;

/** What stands before each provider: its limit, and a breaker so that a provider that is down is left alone for a while. */
@Component
class Guards {

    /** How long a provider is left alone. */
    static final Duration REST = Duration.ofSeconds(5);

    private final Map<ChannelName, Guard> guards = new EnumMap<>(ChannelName.class);

    record Guard(Channel channel, Pace pace, CircuitBreaker breaker) {}

    Guards(List<Channel> channels, MeterRegistry meters) {
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom().slidingWindowSize(20).minimumNumberOfCalls(10)
                .failureRateThreshold(50).waitDurationInOpenState(REST).permittedNumberOfCallsInHalfOpenState(3).build());
        for (var channel : channels) {
            guards.put(channel.name(), new Guard(channel, new Pace(channel.limit().perSecond()), breakers.circuitBreaker(channel.name().name())));
        }
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    Guard of(ChannelName channel) {
        return Objects.requireNonNull(guards.get(channel));
    }
}
