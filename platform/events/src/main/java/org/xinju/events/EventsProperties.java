package org.xinju.events;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of the event protocol; the defaults work. */
@ConfigurationProperties("xinju.events")
public record EventsProperties(@DefaultValue Topics topics, @DefaultValue Sweep sweep, @DefaultValue Consumers consumers) {

    /**
     * @param partitions of every keyed topic; they may grow, correctness needs no order
     * @param replicas copies of each partition in the broker cluster
     * @param retention how long events stay in a topic
     * @param deadLetterRetention how long dead letters wait for somebody
     */
    public record Topics(@DefaultValue("24") int partitions, @DefaultValue("1") short replicas, @DefaultValue("30d") Duration retention,
            @DefaultValue("180d") Duration deadLetterRetention) {}

    /**
     * @param every pause between two sweeps
     * @param grace how long an event may wait for the relay of the process that saved it
     */
    public record Sweep(@DefaultValue("1s") Duration every, @DefaultValue("5s") Duration grace) {}

    /**
     * @param concurrency threads per subscription
     * @param retries further tries of an event that fails for good, before it becomes a dead letter
     * @param retryAfter wait before the first further try
     * @param longestWait between tries while a server is away
     */
    public record Consumers(@DefaultValue("4") int concurrency, @DefaultValue("2") int retries, @DefaultValue("200ms") Duration retryAfter,
            @DefaultValue("5s") Duration longestWait) {}
}
