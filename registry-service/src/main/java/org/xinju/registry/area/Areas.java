package org.xinju.registry.area;

import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.registry.identity.Typed;
import org.xinju.web.RejectedException;

/** The stored areas. A new store begins with the areas of Dagi; they are few and read often, so each replica keeps them in memory. */
@Component
public class Areas {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Aggregates<Area, AreaEvent> store;
    private final Clock clock;
    private volatile Snapshot snapshot;

    private record Snapshot(List<Area> areas, LocalDate day, Instant readAt, AreaTree tree, AddressResolver resolver) {}

    Areas(Events events, Clock clock) {
        this.store = events.aggregates(AggregateType.of("registry.area", "areas", "registry.areas", Area.class, area -> area));
        this.clock = clock;
        if (all().isEmpty()) {
            seed();
        }
        this.snapshot = read();
    }

    /** As they belong together today; at most a few seconds behind another replica's change. */
    public AreaTree today() {
        return current().tree();
    }

    public AddressResolver.Resolution resolve(String address) {
        return current().resolver().resolve(Typed.plain(address));
    }

    /** Ids of all areas that the area lies in or that lie in it: whoever works for one of them may know where exactly it is. */
    public List<String> below(String id) {
        var tree = today();
        var ids = new ArrayList<>(tree.within(id));
        for (var i = ids.size() - 1; i < ids.size(); i++) {
            tree.children(ids.get(i)).forEach(child -> ids.add(child.id()));
        }
        return ids;
    }

    List<Area> all() {
        return store.find(Filters.empty()).stream().map(Stored::state).sorted(Comparator.comparing(Area::level).thenComparing(Area::id)).toList();
    }

    AreaTree on(LocalDate day) {
        return day.equals(current().day()) ? current().tree() : new AreaTree(current().areas(), day);
    }

    /** @return ids of the areas that changed. @throws RejectedException with every wrong line; nothing is changed then */
    List<String> importCsv(String csv, Cause cause) {
        var refusals = new ArrayList<Rejection>();
        var known = new LinkedHashMap<String, Area>();
        all().forEach(area -> known.put(area.id(), area));
        AreaCsv.read(new StringReader(csv), refusals::add).forEach(area -> known.put(area.id(), area));
        AreaCsv.check(known, refusals::add);
        if (!refusals.isEmpty()) {
            throw new RejectedException(refusals.stream().distinct().limit(50).toList());
        }
        var changed = known.values().stream().filter(area -> put(area, cause)).map(Area::id).toList();
        snapshot = read();
        return changed;
    }

    private boolean put(Area area, Cause cause) {
        var outcome = store.change(area.id(), cause, loaded -> loaded.state().isEmpty() ? Change.of(area, new AreaEvent.Added())
                : loaded.state().get().equals(area) ? Change.unchanged(area) : Change.of(area, new AreaEvent.Changed()));
        return outcome instanceof Outcome.Done<Area> done && done.effect() != Outcome.Effect.UNCHANGED;
    }

    /** Any number of replicas may seed at once: the same cause makes the same events. */
    private void seed() {
        AreaCsv.dagi().forEach(area -> put(area, new Cause.Deadline("seed")));
    }

    private Snapshot current() {
        var current = snapshot;
        if (current.readAt().plus(FRESH).isBefore(Instant.now()) || !current.day().equals(LocalDate.now(clock))) {
            current = read();
            snapshot = current;
        }
        return current;
    }

    private Snapshot read() {
        var areas = all();
        var day = LocalDate.now(clock);
        var tree = new AreaTree(areas, day);
        return new Snapshot(areas, day, Instant.now(), tree, new AddressResolver(tree));
    }
}
