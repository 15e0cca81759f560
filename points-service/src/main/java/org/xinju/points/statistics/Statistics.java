package org.xinju.points.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;

import org.xinju.events.Codec;

/** The numbers of each area and month: {@code {_id, version, area, month, numbers}}. */
@Component
public class Statistics {

    private static final String AREA = "area";
    private static final String MONTH = "month";
    private static final String NUMBERS = "numbers";
    private static final String VERSION = "version";
    private static final String WITHIN = NUMBERS + ".within";

    private final MongoCollection<Document> statistics;

    Statistics(MongoDatabase database) {
        this.statistics = database.getCollection("statistics").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        statistics.createIndex(Indexes.ascending(WITHIN, MONTH));
        statistics.createIndex(Indexes.ascending(AREA, MONTH));
    }

    /**
     * Counts an area anew. The version is read before the count and the result is written on that version, so a slower count of older accounts
     * never comes last.
     */
    public void recompute(String area, YearMonth month, Supplier<Numbers> count) {
        while (!written(area, month, count)) {
            // another replica wrote first: count again
        }
    }

    private boolean written(String area, YearMonth month, Supplier<Numbers> count) {
        var id = area + "@" + month;
        var current = statistics.find(Filters.eq(id)).first();
        var counted = count.get();
        var numbers = Codec.toDocument(counted.accounts() == 0 ? new Numbers(lastKnown(area), 0, 0, 0, Map.of()) : counted);
        if (current == null) {
            return inserted(new Document("_id", id).append(VERSION, 1L).append(AREA, area).append(MONTH, month.toString()).append(NUMBERS, numbers));
        }
        var version = current.getLong(VERSION);
        return statistics.updateOne(Filters.and(Filters.eq(id), Filters.eq(VERSION, version)),
                Updates.combine(Updates.set(VERSION, version + 1), Updates.set(NUMBERS, numbers))).getMatchedCount() == 1;
    }

    /** Where an area lies that the last person has left. */
    private List<String> lastKnown(String area) {
        var last = statistics.find(Filters.eq(AREA, area)).sort(Sorts.descending(MONTH)).first();
        return last == null ? List.of(area) : numbers(last).within();
    }

    private boolean inserted(Document document) {
        try {
            statistics.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /**
     * The areas that were ever counted in an area, each as it was last counted in that month or before.
     *
     * @return by id of the area; empty where nobody was counted
     */
    Map<String, Numbers> within(String area, YearMonth month) {
        var newest = new TreeMap<String, Numbers>();
        var inMonth = Filters.and(Filters.eq(WITHIN, area), Filters.eq(MONTH, month.toString()));
        statistics.find(inMonth).forEach(document -> newest.put(document.getString(AREA), numbers(document)));
        for (var part : statistics.distinct(AREA, Filters.eq(WITHIN, area), String.class).into(new ArrayList<>())) {
            if (!newest.containsKey(part)) {
                var before = statistics.find(Filters.and(Filters.eq(AREA, part), Filters.lt(MONTH, month.toString()))).sort(Sorts.descending(MONTH)).first();
                if (before != null && numbers(before).within().contains(area)) {
                    newest.put(part, numbers(before));
                }
            }
        }
        return newest;
    }

    private static Numbers numbers(Document document) {
        return Codec.fromDocument(document.get(NUMBERS, Document.class), Numbers.class);
    }
}
