package org.xinju.registry.binding;

import java.util.List;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Events;
import org.xinju.events.Ids;
import org.xinju.events.Outcome;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.web.Caller;

/** The only door to the stored bindings. */
@Component
public class Bindings {

    static final Rule UNKNOWN = Rule.unknown("binding-unknown", "product R9");

    private final Aggregates<Binding, BindingEvent> store;

    Bindings(Events events) {
        this.store = events.aggregates(AggregateType.<Binding, BindingEvent>of(
                "registry.binding", "bindings", "registry.bindings", Binding.class, binding -> binding).indexed("state.signIn"));
    }

    /** Whether the caller's sign-in stands for this. */
    public boolean has(Caller caller, Binding.Kind kind, String target) {
        return of(caller).stream().anyMatch(b -> b.state().kind() == kind && b.state().target().equals(target));
    }

    List<Stored<Binding>> of(Caller caller) {
        return store.find(Filters.eq("state.signIn", caller.signIn())).stream().filter(b -> !b.state().released()).toList();
    }

    Outcome<Binding> bind(Binding binding, Cause cause) {
        var id = Ids.derive("binding", binding.signIn(), binding.kind().name(), binding.target()).toString();
        return store.change(id, cause, loaded -> loaded.state().equals(java.util.Optional.of(binding))
                ? Change.unchanged(binding) : Change.of(binding, new BindingEvent.Bound()));
    }

    Outcome<Binding> release(String id, Cause cause) {
        return store.change(id, cause, loaded -> {
            if (loaded.state().isEmpty()) {
                return Change.rejected(UNKNOWN);
            }
            var b = loaded.state().get();
            return b.released() ? Change.unchanged(b)
                    : Change.of(new Binding(b.issuer(), b.subject(), b.kind(), b.target(), true), new BindingEvent.Released());
        });
    }
}
