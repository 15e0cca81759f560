package org.xinju.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

/**
 * A kind of aggregate: its names in the store and on the wire, and what others may know of it.
 *
 * @param name {@code service.kind}, for example {@code registry.resident}; event types are {@code <name>.<event>.v1}
 * @param collection MongoDB collection
 * @param topic Kafka topic
 * @param stateClass record or sealed interface that Jackson can write and read
 * @param publicState what every event carries: the state after the change as others may see it
 * @param indexes beside {@code _id} and the outbox's own
 * @param buckets numbers that are counted from aggregates of this kind; null: none
 */
public record AggregateType<S, E>(
        String name, String collection, String topic, Class<S> stateClass, Function<S, ?> publicState, List<Index> indexes,
        @Nullable Buckets<S> buckets) {

    /** Says which numbers have to be counted anew. */
    @FunctionalInterface
    public interface Buckets<S> {

        /** @param before null where there was none */
        Collection<String> touched(@Nullable S before, S after);
    }

    public AggregateType {
        indexes = List.copyOf(indexes);
    }

    public static <S, E> AggregateType<S, E> of(
            String name, String collection, String topic, Class<S> stateClass, Function<S, ?> publicState) {
        return new AggregateType<>(name, collection, topic, stateClass, publicState, List.of(), null);
    }

    /** Ordered index on fields as stored, for example {@code "state.within", "_id"}. */
    public AggregateType<S, E> indexed(String... fields) {
        return with(ascending(fields));
    }

    /** At most one aggregate per value; on an array: per element. Documents without the field are left out. */
    public AggregateType<S, E> unique(String field) {
        return with(ascending(field).unique().sparse());
    }

    /** Every change leaves {@link Marks} for the numbers it touches. */
    public AggregateType<S, E> counted(Buckets<S> touching) {
        return new AggregateType<>(name, collection, topic, stateClass, publicState, indexes, touching);
    }

    /** The CloudEvents type of an event: its class name in kebab case, version 1. */
    String eventType(E event) {
        var kebab = event.getClass().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
        return name + "." + kebab.toLowerCase(java.util.Locale.ROOT) + ".v1";
    }

    String source() {
        return "/" + name.substring(0, name.indexOf('.')) + "-service";
    }

    private AggregateType<S, E> with(Index index) {
        var all = new ArrayList<>(indexes);
        all.add(index);
        return new AggregateType<>(name, collection, topic, stateClass, publicState, all, buckets);
    }

    private static Index ascending(String... fields) {
        var index = new Index();
        for (var field : fields) {
            index.on(field, Sort.Direction.ASC);
        }
        return index;
    }
}
