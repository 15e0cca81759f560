package org.xinju.events;

/** The smallest aggregate worth a test: money in a till; how often it was added to shows doubled effects. */
record Till(int total, int times) {

    static final AggregateType<Till, TillEvent> TYPE =
            AggregateType.of("shop.till", "tills", "shop.tills", Till.class, till -> till);

    sealed interface TillEvent {}

    record MoneyAdded(int amount) implements TillEvent {}

    record Counted() implements TillEvent {}

    record Locked() implements TillEvent {}

    static Decision<Till, TillEvent> add(int amount) {
        return loaded -> {
            var till = loaded.state().orElse(new Till(0, 0));
            return Change.of(new Till(till.total + amount, till.times + 1), new MoneyAdded(amount));
        };
    }

    /** Tells of something that leaves the till as it is. */
    static Decision<Till, TillEvent> tell(TillEvent event) {
        return loaded -> Change.of(loaded.state().orElseThrow(), event);
    }

    static Cause.Command command(String key) {
        return new Cause.Command(key, "request " + key, 201, null);
    }
}
