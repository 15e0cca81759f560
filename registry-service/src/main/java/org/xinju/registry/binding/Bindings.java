package org.xinju.registry.binding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
import org.xinju.web.Role;

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

    /** What the caller's sign-in stands for, of one kind; the first where it stands for several. */
    public Optional<String> target(Caller caller, Binding.Kind kind) {
        return of(caller).stream().map(Stored::state).filter(b -> b.kind() == kind).map(Binding::target).findFirst();
    }

    List<Stored<Binding>> of(Caller caller) {
        return store.find(Filters.eq("state.signIn", caller.signIn())).stream().filter(b -> !b.state().released()).toList();
    }

    Outcome<Binding> bind(Binding binding, Cause cause) {
        return store.change(id(binding), cause, loaded -> loaded.state().filter(binding::standsFor).isPresent()
                ? Change.unchanged(loaded.state().get()) : Change.of(binding, new BindingEvent.Bound()));
    }

    /**
     * Binds on the strength of a proof; a proof that was used before binds nothing again, even where its binding was released meanwhile.
     *
     * @param binding with the time of the proof
     */
    public Outcome<Binding> bindProven(Binding binding, Cause cause) {
        var proof = Objects.requireNonNull(binding.since());
        return store.change(id(binding), cause, loaded -> loaded.state().filter(b -> b.restsOn(proof) || b.standsFor(binding)).isPresent()
                ? Change.unchanged(loaded.state().get()) : Change.of(binding, new BindingEvent.Bound()));
    }

    private static String id(Binding binding) {
        return Ids.derive("binding", binding.signIn(), binding.kind().name(), binding.target()).toString();
    }

    /** @param releasing may release only what is bound to them, unless an administrator */
    Outcome<Binding> release(String id, Caller releasing, Cause cause) {
        return store.change(id, cause, loaded -> {
            var binding = loaded.state().filter(b -> releasing.is(Role.ADMINISTRATOR) || b.signIn().equals(releasing.signIn()));
            if (binding.isEmpty()) {
                return Change.rejected(UNKNOWN);
            }
            return binding.get().released() ? Change.unchanged(binding.get())
                    : Change.of(binding.get().asReleased(), new BindingEvent.Released());
        });
    }
}
