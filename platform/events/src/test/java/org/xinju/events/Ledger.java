package org.xinju.events;

import java.util.List;

/** A consumer of tills in all three kinds of steps: keeps the till, writes one slip per event, computes the tax anew. */
final class Ledger {

    static final AggregateType<Tax, TaxEvent> TYPE = AggregateType.of("tax.account", "taxes", "tax.accounts", Tax.class, tax -> tax);

    private Ledger() {}

    record Tax(int due) {}

    sealed interface TaxEvent {}

    record Assessed(int due) implements TaxEvent {}

    record Slip(int amount) {}

    static Subscription subscription(Intakes intakes, Inserts inserts, Aggregates<Tax, TaxEvent> taxes) {
        return Subscription.of("tax.accounts", "shop.tills")
                .step(event -> intakes.take("taxes", event.subject(), "till", event, event.state(Till.class)))
                .step(event -> event.type().endsWith("money-added.v1"), event -> inserts.once("slips", event, "slip", event.subject(),
                        new Slip(event.change(Till.MoneyAdded.class).amount())))
                .step(event -> taxes.recompute(event.subject(), new Cause.Reaction(event.id(), "assess"), loaded -> {
                    var due = loaded.intake("till", Till.class).map(till -> till.state().total() * 2).orElse(0);
                    return loaded.state().filter(tax -> tax.due() == due).isPresent()
                            ? Change.unchanged(loaded.state().get())
                            : Change.of(new Tax(due), new Assessed(due));
                }));
    }

    static List<String> collections() {
        return List.of("tills", "taxes");
    }
}
