package org.xinju.events;

import java.util.function.Consumer;

/**
 * What every replica does with every event of a topic, from the moment it started: live push, caches. Nothing is repeated and nothing kept, so
 * a broadcast may only hint at what stands in a store; a {@link Subscription} is what keeps it.
 *
 * @param name of the use, for example {@code notification.push}
 */
public record Broadcast(String name, String topic, Consumer<Received> step) {

    public static Broadcast of(String name, String topic, Consumer<Received> step) {
        return new Broadcast(name, topic, step);
    }
}
