package org.xinju.points.account;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.stereotype.Component;

import org.xinju.web.Caller;

/** Which residents a sign-in stands for, as registry-service has published. */
@Component
class SignIns {

    static final String COLLECTION = "signIns";
    static final String BINDING = "binding";

    private final MongoCollection<Document> collection;

    SignIns(MongoDatabase database) {
        collection = database.getCollection(COLLECTION);
        collection.createIndex(Indexes.ascending("intakes.binding.state.signIn"));
    }

    /** What is kept of a binding. */
    record Binding(String signIn, String kind, String target, boolean released) {}

    List<String> residents(Caller caller) {
        var residents = new ArrayList<String>();
        for (var document : collection.find(Filters.eq("intakes.binding.state.signIn", caller.signIn()))) {
            var binding = document.getEmbedded(List.of("intakes", BINDING, "state"), Document.class);
            if ("RESIDENT".equals(binding.getString("kind")) && !binding.getBoolean("released", false)) {
                residents.add(binding.getString("target"));
            }
        }
        return residents;
    }
}
