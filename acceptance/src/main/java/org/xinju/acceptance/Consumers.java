package org.xinju.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the consumer groups of all services are, as the broker knows it. */
public final class Consumers {

    private Consumers() {}

    /** Where the partitions of all topics end now. */
    public static Map<TopicPartition, Long> ends(Admin broker) {
        return answered(() -> {
            var wanted = new HashMap<TopicPartition, OffsetSpec>();
            broker.describeTopics(broker.listTopics().names().get()).allTopicNames().get().forEach((topic, about) ->
                    about.partitions().forEach(partition -> wanted.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            var ends = new HashMap<TopicPartition, Long>();
            broker.listOffsets(wanted).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        });
    }

    /**
     * Groups that have not committed up to these ends, in words. A replica that listens for itself commits nothing, and nothing waits for it.
     */
    public static List<String> behind(Admin broker, Map<TopicPartition, Long> ends) {
        return answered(() -> {
            var behind = new ArrayList<String>();
            for (var group : broker.listGroups().all().get().stream().map(GroupListing::groupId).toList()) {
                var committed = broker.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                var topics = committed.keySet().stream().map(TopicPartition::topic).distinct().toList();
                ends.forEach((partition, end) -> {
                    var done = committed.get(partition);
                    if (topics.contains(partition.topic()) && end > (done == null ? 0 : done.offset())) {
                        behind.add(group + " at " + partition);
                    }
                });
            }
            return behind;
        });
    }

    private interface Question<T> {
        T answer() throws ExecutionException, InterruptedException;
    }

    private static <T> T answered(Question<T> question) {
        try {
            return question.answer();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
