package org.xinju.web;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

import org.xinju.events.Intakes;
import org.xinju.events.Subscription;

/**
 * Which residents, landlords, enterprises or local residents a sign-in stands for, as registry-service has published. A service that knows
 * "own records" declares one of these and its {@link #subscription} as beans.
 */
public final class SignIns {

    private static final String COLLECTION = "signIns";
    private static final String BINDING = "binding";
    private static final String SIGN_IN = "intakes.binding.state.signIn";

    private final MongoCollection<Document> collection;
    private final Intakes intakes;

    public SignIns(MongoDatabase database, Intakes intakes) {
        this.collection = database.getCollection(COLLECTION);
        this.intakes = intakes;
        collection.createIndex(Indexes.ascending(SIGN_IN));
    }

    /** What is kept of a binding. */
    record Binding(String signIn, String kind, String target, boolean released) {}

    /** @param group consumer group, for example {@code points.bindings} */
    public Subscription subscription(String group) {
        return Subscription.of(group, "registry.bindings")
                .step(event -> intakes.take(COLLECTION, event.subject(), BINDING, event, event.state(Binding.class)));
    }

    /**
     * What the caller's sign-in stands for now.
     *
     * @param kind {@code RESIDENT}, {@code LANDLORD}, {@code ENTERPRISE} or {@code LOCAL_RESIDENT}
     * @return ids of the residents or owners, or the codes of the enterprises
     */
    public List<String> targets(Caller caller, String kind) {
        var targets = new ArrayList<String>();
        for (var document : collection.find(Filters.eq(SIGN_IN, caller.signIn()))) {
            var binding = document.getEmbedded(List.of("intakes", BINDING, "state"), Document.class);
            if (kind.equals(binding.getString("kind")) && !binding.getBoolean("released", false)) {
                targets.add(binding.getString("target"));
            }
        }
        return targets;
    }
}
