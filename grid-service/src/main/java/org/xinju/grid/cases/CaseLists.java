package org.xinju.grid.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.xinju.events.Codec;
import org.xinju.events.Stored;
import org.xinju.grid.clock.Colour;

/**
 * Cases in lists, newest first. Each question is answered by one index in its order; the lists of what there is to do by small ones that hold
 * open cases only, so they do not grow with the years.
 */
@Component
class CaseLists {

    private static final String SCOPE = "state.scope";
    private static final String STATE = "state.state";
    private static final String LISTED = "state.listed";
    private static final String OPEN_SCOPE = "state.openScope";
    private static final String OPEN_COLOUR = "state.openColour";
    private static final String OPEN_LISTED = "state.openListed";
    private static final String REPORTER = "state.reporterKey";
    private static final String TURNS = "state.turnsAt";
    private static final int MOST_COUNTED = 100_000;

    private final MongoCollection<Document> cases;

    CaseLists(MongoDatabase database) {
        this.cases = database.getCollection(Cases.COLLECTION);
        var sparse = new IndexOptions().sparse(true);
        cases.createIndex(Indexes.ascending(OPEN_SCOPE, OPEN_LISTED), sparse);
        cases.createIndex(Indexes.ascending(OPEN_SCOPE, OPEN_COLOUR, OPEN_LISTED), sparse);
        cases.createIndex(Indexes.ascending(TURNS), sparse);
    }

    /**
     * What a member of staff asks for.
     *
     * @param scope an area or a unit
     * @param state null: all open ones
     * @param colour of open ones; null: any
     */
    record Question(String scope, @Nullable String state, @Nullable Colour colour) {}

    /** @param before place in the list after which it goes on, empty for the beginning */
    List<Stored<Case>> of(Question question, String before, int limit) {
        var filters = new ArrayList<Bson>();
        var open = question.state() == null || question.colour() != null;
        filters.add(Filters.eq(open ? OPEN_SCOPE : SCOPE, question.scope()));
        if (question.colour() != null) {
            filters.add(Filters.eq(OPEN_COLOUR, question.colour().name()));
        }
        if (question.state() != null) {
            filters.add(Filters.eq(STATE, question.state()));
        }
        return page(filters, open ? OPEN_LISTED : LISTED, before, limit);
    }

    /** What somebody has reported; asked one by one, so that each comes in the order of the index. */
    List<Stored<Case>> reportedBy(List<Reporter> reporters, String before, int limit) {
        return reporters.stream().flatMap(reporter -> page(List.of(Filters.eq(REPORTER, reporter.key())), LISTED, before, limit).stream())
                .sorted(Comparator.comparing((Stored<Case> one) -> one.state().listed()).reversed()).limit(limit).toList();
    }

    /** Ids of cases whose clock turns at this moment or has turned, first come first served. */
    List<String> turningBy(long millis, int limit) {
        var ids = new ArrayList<String>();
        cases.find(Filters.lte(TURNS, millis)).sort(Indexes.ascending(TURNS)).limit(limit).projection(new Document("_id", 1))
                .forEach(found -> ids.add(found.getString("_id")));
        return ids;
    }

    /** Open cases of a colour in an area, counted no further than a hundred thousand. */
    long open(String area, Colour colour) {
        return cases.countDocuments(Filters.and(Filters.eq(OPEN_SCOPE, area), Filters.eq(OPEN_COLOUR, colour.name())),
                new CountOptions().limit(MOST_COUNTED));
    }

    private List<Stored<Case>> page(List<Bson> filters, String order, String before, int limit) {
        var all = new ArrayList<>(filters);
        if (!before.isEmpty()) {
            all.add(Filters.lt(order, before));
        }
        var found = new ArrayList<Stored<Case>>();
        for (var document : cases.find(Filters.and(all)).sort(Indexes.descending(order)).limit(limit)) {
            Map<String, Object> state = document.get("state", Document.class);
            found.add(new Stored<>(document.getString("_id"), document.getLong("version"), document.getLong("sequence"),
                    Codec.fromDocument(state, Case.class)));
        }
        return found;
    }
}
