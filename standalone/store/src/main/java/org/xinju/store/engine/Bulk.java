package org.xinju.store.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;

/** Commands that write many documents, with the counts and the stop at the first error that the library leaves out. */
final class Bulk {

    private Bulk() {}

    /** The library counts what was sent; counts what was inserted. */
    static Document counted(Document query, Document answer) {
        if (answer.get("writeErrors") instanceof Collection<?> errors && !errors.isEmpty()) {
            var sent = ((Collection<?>) query.getOrDefault("documents", List.of())).size();
            var first = (Document) errors.iterator().next();
            answer.put("n", ordered(query) ? number(first, "index") : sent - errors.size());
        }
        return answer;
    }

    /** Does one part after the other, and no more after an error if they are ordered. */
    static Document each(Document query, String parts, UnaryOperator<Document> one) {
        var total = new Document("n", 0);
        var errors = new ArrayList<Document>();
        var upserted = new ArrayList<Document>();
        var at = 0;
        for (var part : (Collection<?>) query.getOrDefault(parts, List.of())) {
            var single = query.clone();
            single.put(parts, List.of(part));
            try {
                var answer = one.apply(single);
                add(total, answer, "n");
                add(total, answer, "nModified");
                moved(answer, "upserted", at, upserted);
                moved(answer, "writeErrors", at, errors);
            } catch (MongoServerException e) {
                errors.add(Replies.writeError(at, e));
            }
            if (!errors.isEmpty() && ordered(query)) {
                break;
            }
            at++;
        }
        if (!upserted.isEmpty()) {
            total.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            total.append("writeErrors", errors);
        }
        return total.append("ok", 1.0);
    }

    private static void add(Document total, Document answer, String name) {
        if (answer.containsKey(name)) {
            total.put(name, number(total, name) + number(answer, name));
        }
    }

    private static void moved(Document answer, String name, int index, List<Document> target) {
        if (answer.get(name) instanceof Collection<?> list) {
            list.forEach(each -> target.add(((Document) each).clone().append("index", index)));
        }
    }

    private static boolean ordered(Document query) {
        return !Boolean.FALSE.equals(query.get("ordered"));
    }

    private static int number(Document document, String name) {
        return document.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
