package org.xinju.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a service does with the events of a topic: a list of repeatable steps. Every step runs at every delivery, whatever the step
 * before found; the offset is committed after the last.
 *
 * @param group consumer group, for example {@code points.accounts}; dead letters go to {@code <topic>.<group>.dlt}
 * @param isAwaited whether somebody sits and waits for what comes of it; all else is worked off in the {@link Background}
 */
public record Subscription(String group, String topic, List<Consumer<Received>> steps, boolean isAwaited) {

    public Subscription {
        steps = List.copyOf(steps);
    }

    public static Subscription of(String group, String topic) {
        return new Subscription(group, topic, List.of(), false);
    }

    /** The same for something that a person waits for, as for a code. */
    public Subscription awaited() {
        return new Subscription(group, topic, steps, true);
    }

    public Subscription step(Consumer<Received> step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return new Subscription(group, topic, all, isAwaited);
    }

    /** A step for some event types only; decided by the event alone. */
    public Subscription step(Predicate<Received> concerned, Consumer<Received> step) {
        return step(event -> {
            if (concerned.test(event)) {
                step.accept(event);
            }
        });
    }

    void deliver(Received event) {
        steps.forEach(step -> step.accept(event));
    }

    String deadLetterTopic() {
        return topic + "." + group + ".dlt";
    }
}
