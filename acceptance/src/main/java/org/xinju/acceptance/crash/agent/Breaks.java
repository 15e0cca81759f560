package org.xinju.acceptance.crash.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The breaks, each around the methods that hold what it breaks. Some widen a gap by waiting: a race is rare, its mend must not be luck. */
final class Breaks {

    private static final String EVENTS = "org.xinju.events.";
    private static final String RESIDENTS = "org.xinju.grid.population.PresentResidents";
    private static final int GAP_MILLIS = 150;
    private static final int RECOUNTS_MILLIS = 4_000; // some of the other replica's counts, though each begins late

    private final Orders orders;
    private final ThreadLocal<@Nullable Document> key = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Boolean> newer = new ThreadLocal<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().unstarted(task));

    Breaks(Orders orders) {
        this.orders = orders;
    }

    List<Place> all() {
        return List.of(
                when(Break.EVENT_DROPPED, EVENTS + "Aggregates", "pending", false, (self, arguments, original) -> {
                    var pending = Objects.requireNonNull(original.call(self, arguments));
                    return ThreadLocalRandom.current().nextInt(4) > 0 ? pending : Reflected.with(pending, "events", List.of());
                }),
                when(Break.KEY_AFTER_SAVE, EVENTS + "Aggregates", "pending", false, this::withoutKey),
                when(Break.KEY_AFTER_SAVE, EVENTS + "Aggregates", "saved", false, this::keyNow),
                when(Break.RANDOM_ID, EVENTS + "Inserts", "once", false, (self, arguments, original) -> {
                    arguments[1] = Reflected.with(arguments[1], "id", UUID.randomUUID().toString());
                    return original.call(self, arguments);
                }),
                when(Break.RANDOM_ID, "org.xinju.notification.message.Messages", "insert", true, (self, arguments, original) -> {
                    arguments[0] = UUID.randomUUID().toString();
                    return original.call(self, arguments);
                }),
                when(Break.EARLY_RETURN, EVENTS + "Intakes", "take", false, (self, arguments, original) -> {
                    var taken = original.call(self, arguments);
                    newer.set((Boolean) taken);
                    return taken;
                }),
                when(Break.EARLY_RETURN, EVENTS + "Subscription", "deliver", false, (self, arguments, original) -> {
                    newer.remove();
                    return original.call(Places.withSteps(Objects.requireNonNull(self), whileNewer(Places.steps(self))), arguments);
                }),
                when(Break.EARLY_COMMIT, EVENTS + "Subscription", "deliver", false, (self, arguments, original) -> {
                    later.schedule(() -> quietly(() -> original.call(self, arguments)), 2L * GAP_MILLIS, TimeUnit.MILLISECONDS);
                    return null;
                }),
                when(Break.INTAKES_BEFORE_VERSION, EVENTS + "Aggregates", "attempt", false, this::computeThenRead),
                when(Break.EQUAL_NOT_WRITTEN, EVENTS + "Aggregates", "touch", false, (_, _, _) -> true),
                when(Break.EQUAL_NOT_WRITTEN, EVENTS + "Aggregates", "save", false, (self, arguments, original) -> {
                    pause(RECOUNTS_MILLIS);
                    return original.call(self, arguments);
                }),
                when(Break.MARKS_BY_BUCKET, EVENTS + "Marks", "clear", true, this::clearAll),
                when(Break.OUTBOX_UNSET, EVENTS + "Sending", "remove", false, this::unsetAll),
                when(Break.OUTBOX_UNSET, EVENTS + "Relay", "hand", false, (self, arguments, original) ->
                        ThreadLocalRandom.current().nextBoolean() ? null : original.call(self, arguments)), // as when its queue is full
                when(Break.INCREMENTED, RESIDENTS, "take", true, (self, arguments, original) -> {
                    original.call(self, arguments);
                    count(arguments[0], arguments[1]);
                    return null;
                }),
                when(Break.NO_SCOPE, "org.xinju.web.Caller", "covers", true, (_, _, _) -> true),
                when(Break.NAME_IN_LOG, "org.xinju.registry.identity.PersonName", "parse", true, (self, arguments, original) -> {
                    System.out.println("INFO registering " + arguments[0]);
                    return original.call(self, arguments);
                }),
                when(Break.UNHANDLED, "org.xinju.registry.resident.Registration", "person", true, (_, _, _) -> {
                    throw new IllegalStateException("planted");
                }),
                when(Break.STALE_READ, "org.xinju.registry.dwelling.Dwellings", "find", true, (self, arguments, original) ->
                        ThreadLocalRandom.current().nextInt(10) > 0 ? original.call(self, arguments) : Optional.empty()),
                when(Break.UNMEASURED, "org.xinju.registry.roster.WorkbookLimits", "check", true, (_, _, _) -> null),
                new Place("org.xinju.grid.population.Populations", "recount", true, (self, arguments, original) -> {
                    populations = Reflected.ask(Reflected.field(Objects.requireNonNull(self), "populations", Object.class), "collection",
                            MongoCollection.class);
                    return orders.isBroken(Break.INCREMENTED) ? forgetMarks(self) : original.call(self, arguments);
                }));
    }

    private volatile @Nullable MongoCollection<?> populations;

    private Place when(Break broken, String owner, String method, boolean optional, Place.Around instead) {
        return new Place(owner, method, optional, (self, arguments, original) -> orders.isBroken(broken)
                ? instead.call(self, arguments, original) : original.call(self, arguments));
    }

    private @Nullable Object withoutKey(@Nullable Object self, Object[] arguments, Place.Original original) throws Throwable {
        var pending = Objects.requireNonNull(original.call(self, arguments));
        var keys = new ArrayList<Document>();
        for (var one : Reflected.ask(pending, "keys", List.class)) {
            keys.add((Document) one);
        }
        if (!arguments[1].getClass().getSimpleName().equals("Command") || keys.isEmpty()) {
            return pending;
        }
        key.set(keys.removeLast());
        return Reflected.with(pending, "keys", keys);
    }

    private @Nullable Object keyNow(@Nullable Object self, Object[] arguments, Place.Original original) throws Throwable {
        var own = key.get();
        key.remove();
        if (own != null) {
            var id = Reflected.ask(Reflected.ask(arguments[0], "current", Object.class), "id", String.class);
            Reflected.ask(Objects.requireNonNull(self), "collection", MongoCollection.class).updateOne(Filters.eq(id), Updates.push("keys", own));
        }
        return original.call(self, arguments);
    }

    private List<Consumer<Object>> whileNewer(List<Consumer<Object>> steps) {
        return steps.stream().<Consumer<Object>>map(step -> event -> {
            if (!Boolean.FALSE.equals(newer.get())) {
                step.accept(event);
            }
        }).toList();
    }

    /** The inner of two methods of one name: it has the document that was read, and whether it always writes. */
    private @Nullable Object computeThenRead(@Nullable Object self, Object[] arguments, Place.Original original) throws Throwable {
        if (arguments[0] instanceof String || !Boolean.TRUE.equals(arguments[3])) {
            return original.call(self, arguments);
        }
        var read = arguments[0];
        var type = Reflected.ask(Reflected.field(Objects.requireNonNull(self), "type", Object.class), "stateClass", Class.class);
        var loaded = read.getClass().getDeclaredMethod("loaded", Class.class);
        loaded.setAccessible(true);
        var decision = arguments[2].getClass().getInterfaces()[0];
        var on = decision.getMethods()[0];
        var computed = on.invoke(arguments[2], loaded.invoke(read, type));
        pause(RECOUNTS_MILLIS);
        var fresh = (Document) Reflected.ask(self, "collection", MongoCollection.class).find(Filters.eq(Reflected.ask(read, "id", String.class))).first();
        var version = fresh == null ? 0L : fresh.get("version", 0L);
        arguments[0] = Reflected.with(Reflected.with(read, "version", version), "inStore", fresh != null);
        arguments[2] = Proxy.newProxyInstance(decision.getClassLoader(), new Class<?>[] {decision}, (_, _, _) -> computed);
        return original.call(self, arguments);
    }

    private @Nullable Object clearAll(@Nullable Object self, Object[] arguments, Place.Original original) throws Throwable {
        pause(RECOUNTS_MILLIS);
        var marked = Reflected.field(Objects.requireNonNull(self), "collection", MongoCollection.class);
        for (var mark : (List<?>) arguments[0]) {
            var bucket = Reflected.ask(mark, "bucket", String.class);
            marked.updateMany(Filters.eq("marks.area", bucket), Updates.pull("marks", new Document("area", bucket)));
        }
        return original.call(self, arguments);
    }

    private @Nullable Object unsetAll(@Nullable Object self, Object[] arguments, Place.Original original) throws ReflectiveOperationException {
        var collection = Reflected.field(Objects.requireNonNull(self), "database", MongoDatabase.class).getCollection((String) arguments[0]);
        for (var id : ((Map<?, ?>) arguments[1]).keySet()) {
            collection.updateOne(Filters.eq(id), Updates.unset("outbox"));
        }
        return null;
    }

    private void count(Object event, Object counted) throws ReflectiveOperationException {
        var all = populations;
        if (all != null && Reflected.ask(event, "type", String.class).equals("registry.resident.registered.v1")) {
            var registered = Reflected.ask(counted, "presence", Object.class).toString().equals("REGISTERED");
            all.updateOne(Filters.eq(Reflected.ask(counted, "area", String.class)), Updates.combine(
                    Updates.inc(registered ? "state.registered" : "state.pending", 1),
                    Updates.setOnInsert(registered ? "state.pending" : "state.registered", 0), Updates.inc("version", 1L)),
                    new UpdateOptions().upsert(true));
        }
    }

    /** Who increments has nothing to count anew. */
    private static @Nullable Object forgetMarks(Object populations) throws ReflectiveOperationException {
        var residents = Reflected.field(populations, "residents", Object.class);
        Reflected.field(residents, "residents", MongoCollection.class).updateMany(Filters.exists("marks"), Updates.unset("marks"));
        return null;
    }

    private interface Work {
        @Nullable Object call() throws Throwable;
    }

    private static void quietly(Work work) {
        try {
            work.call();
        } catch (Error e) {
            throw e;
        } catch (Throwable _) {
            // nobody hears it: that is what is broken
        }
    }

    private static void pause(long millis) throws InvocationTargetException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvocationTargetException(e);
        }
    }
}
