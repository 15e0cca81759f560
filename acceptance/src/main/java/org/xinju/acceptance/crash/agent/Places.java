package org.xinju.acceptance.crash.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The points of the protocol, as the methods in which they lie. */
final class Places {

    private static final String EVENTS = "org.xinju.events.";

    private final Orders orders;

    Places(Orders orders) {
        this.orders = orders;
    }

    List<Place> all() {
        return List.of(
                before("Aggregates", "save", Point.BEFORE_SAVE),
                before("Aggregates", "saved", Point.AFTER_SAVE),
                new Place(EVENTS + "Bulk", "insert", false, (self, arguments, original) -> {
                    orders.pass(Point.BEFORE_SAVE);
                    var result = original.call(self, arguments);
                    orders.pass(Point.AFTER_SAVE);
                    return result;
                }),
                before("Sending", "remove", Point.AFTER_SEND),
                after(EVENTS + "Intakes", "take", false),
                after(EVENTS + "Inserts", "once", false),
                after("org.xinju.grid.population.PresentResidents", "taken", true),
                new Place(EVENTS + "Subscription", "deliver", false, (self, arguments, original) -> original.call(stepwise(Objects.requireNonNull(self)), arguments)),
                commit("commitSync"),
                commit("commitAsync"));
    }

    private Place before(String owner, String method, Point point) {
        return new Place(EVENTS + owner, method, false, (self, arguments, original) -> {
            orders.pass(point);
            return original.call(self, arguments);
        });
    }

    private Place after(String owner, String method, boolean optional) {
        return new Place(owner, method, optional, (self, arguments, original) -> {
            var result = original.call(self, arguments);
            orders.pass(Point.IN_INTAKE);
            return result;
        });
    }

    /** An empty commit follows on no effect. */
    private Place commit(String method) {
        return new Place("org.apache.kafka.clients.consumer.KafkaConsumer", method, false, (self, arguments, original) -> {
            if (arguments.length == 0 || !(arguments[0] instanceof Map<?, ?> offsets) || !offsets.isEmpty()) {
                orders.pass(Point.BEFORE_COMMIT);
            }
            return original.call(self, arguments);
        });
    }

    /** The same subscription, every step but the first of which comes to the point. */
    private Object stepwise(Object subscription) throws ReflectiveOperationException {
        return withSteps(subscription, steps(subscription).size() < 2 ? steps(subscription) : passing(steps(subscription)));
    }

    private List<Consumer<Object>> passing(List<Consumer<Object>> steps) {
        var passing = new ArrayList<Consumer<Object>>(List.of(steps.getFirst()));
        steps.subList(1, steps.size()).forEach(step -> passing.add(event -> {
            orders.pass(Point.BETWEEN_STEPS);
            step.accept(event);
        }));
        return passing;
    }

    @SuppressWarnings("unchecked")
    static List<Consumer<Object>> steps(Object subscription) throws ReflectiveOperationException {
        return (List<Consumer<Object>>) subscription.getClass().getMethod("steps").invoke(subscription);
    }

    static Object withSteps(Object subscription, List<Consumer<Object>> steps) throws ReflectiveOperationException {
        return Reflected.with(subscription, "steps", steps);
    }
}
