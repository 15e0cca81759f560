package org.xinju.registry.enterprise;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Bulk;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.registry.identity.Uscc;

/** The only door to the stored enterprises. */
@Component
public class Enterprises {

    public static final Rule UNKNOWN = Rule.unknown("enterprise-unknown", "product R7");
    static final Rule OTHER_NAME = Rule.conflict("enterprise-registered", "product R7: one enterprise per code");

    private final Aggregates<Enterprise, EnterpriseEvent> store;
    private final Bulk<Enterprise, EnterpriseEvent> bulk;

    Enterprises(Events events) {
        this.store = events.aggregates(AggregateType.of(
                "registry.enterprise", "enterprises", "registry.enterprises", Enterprise.class, enterprise -> enterprise));
        this.bulk = new Bulk<>(store);
    }

    public Optional<Stored<Enterprise>> find(String uscc) {
        return store.find(uscc);
    }

    Outcome<Enterprise> register(Uscc uscc, String name, Cause cause) {
        var enterprise = new Enterprise(name);
        return store.change(uscc.code(), cause, loaded -> loaded.state().isEmpty() ? Change.of(enterprise, new EnterpriseEvent.Registered())
                : loaded.state().get().equals(enterprise) ? Change.unchanged(enterprise) : Change.rejected(OTHER_NAME));
    }

    /** Stores enterprises by code as if they had been there for long, telling nobody; see {@link Bulk#place}. */
    public Bulk.Placement place(Cause.Command cause, Map<String, Enterprise> states) {
        return bulk.place(cause, states);
    }
}
