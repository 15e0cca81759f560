package org.xinju.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Declares the topics this service writes, reads and puts dead letters on; consumers declare them too, so nobody must start first. */
final class Topics implements SmartInitializingSingleton {

    private final Collection<AggregateType<?, ?>> types;
    private final Collection<Subscription> subscriptions;
    private final Collection<Broadcast> broadcasts;
    private final EventsProperties.Topics settings;
    private final KafkaAdmin admin;

    Topics(Collection<AggregateType<?, ?>> types, Collection<Subscription> subscriptions, Collection<Broadcast> broadcasts,
            EventsProperties.Topics settings, KafkaAdmin admin) {
        this.types = types;
        this.subscriptions = subscriptions;
        this.broadcasts = broadcasts;
        this.settings = settings;
        this.admin = admin;
    }

    /** By now every aggregate and subscription of the service is known. */
    @Override
    public void afterSingletonsInstantiated() {
        admin.createOrModifyTopics(all().toArray(NewTopic[]::new));
    }

    private List<NewTopic> all() {
        var topics = new ArrayList<NewTopic>();
        Stream.of(types.stream().map(AggregateType::topic), subscriptions.stream().map(Subscription::topic), broadcasts.stream().map(Broadcast::topic))
                .flatMap(topic -> topic).distinct()
                .forEach(name -> topics.add(topic(name, settings.partitions(), settings.retention())));
        subscriptions.forEach(s -> topics.add(topic(s.deadLetterTopic(), 1, settings.deadLetterRetention())));
        return topics;
    }

    private NewTopic topic(String name, int partitions, Duration retention) {
        return TopicBuilder.name(name).partitions(partitions).replicas(settings.replicas())
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis())).build();
    }
}
