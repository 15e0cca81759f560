package org.xinju.store.engine;

import java.util.Collection;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import org.xinju.store.journal.Fields;

/**
 * The question inside a command.
 *
 * @param collection what is asked
 * @param limit      0 for none
 */
record Explain(String collection, Document filter, @Nullable Document orderBy, int skip, int limit) {

    static Explain of(Document command) {
        var name = command.keySet().iterator().next();
        var collection = Fields.text(command, name);
        return switch (name) {
            case "find" -> new Explain(collection, optional(command, "filter"), optional(command, "sort"), number(command, "skip"),
                number(command, "limit"));
            case "count", "distinct" -> new Explain(collection, optional(command, "query"), null, 0, number(command, "limit"));
            case "findAndModify", "findandmodify" -> new Explain(collection, optional(command, "query"), optional(command, "sort"), 0, 1);
            case "update" -> change(collection, command, "updates");
            case "delete" -> change(collection, command, "deletes");
            case "aggregate" -> {
                var pipeline = Pipeline.of(Aggregation.parse(command.get("pipeline")));
                yield new Explain(collection, pipeline.filter(), pipeline.orderBy(), 0, pipeline.limit());
            }
            default -> throw Language.unsupported("explain of '" + name + "'");
        };
    }

    private static Explain change(String collection, Document command, String parts) {
        if (command.get(parts) instanceof Collection<?> list && list.iterator().next() instanceof Document first) {
            return new Explain(collection, optional(first, "q"), null, 0, 0);
        }
        throw Language.unsupported("explain without '" + parts + "'");
    }

    private static Document optional(Document command, String name) {
        return command.get(name) instanceof Document document ? document : new Document();
    }

    private static int number(Document command, String name) {
        return command.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** The fields that MongoDB gives too: {@code queryPlanner.winningPlan} and {@code executionStats}; the plan is one stage, not a tree. */
    Document answer(String namespace, @Nullable StoreCollection asked) {
        var plan = new Document("stage", asked == null ? "EOF" : "COLLSCAN");
        var statistics = new Document("executionSuccess", true);
        if (asked != null) {
            var selection = asked.select(filter, orderBy, skip, limit, 0, null);
            var chosen = selection.candidates().plan();
            if (chosen != null) {
                plan.append("stage", "IXSCAN").append("indexName", chosen.index().getName())
                    .append("keyPattern", Fields.document(chosen.index().toIndexDescription(), "key"))
                    .append("direction", chosen.backwards() ? "backward" : "forward");
            }
            plan.append("sortInMemory", !selection.candidates().ordered());
            statistics.append("nReturned", selection.result().collectDocuments().size())
                .append("totalDocsExamined", selection.candidates().examined());
        }
        return new Document("queryPlanner", new Document("namespace", namespace).append("winningPlan", plan))
            .append("executionStats", statistics).append("ok", 1.0);
    }
}
