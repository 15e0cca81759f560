package org.xinju.store.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads from a filter what indexes can use. What it does not understand it leaves out: the filter itself decides in the end. */
final class Conditions {

    private final Map<String, List<Condition>> byPath = new LinkedHashMap<>();

    private Conditions() {}

    static Conditions of(Document filter) {
        var conditions = new Conditions();
        conditions.all(filter);
        return conditions;
    }

    List<Condition> on(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    private void all(Document filter) {
        filter.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof Collection<?> parts) {
                parts.stream().filter(Document.class::isInstance).map(Document.class::cast).forEach(this::all);
            } else if (!key.startsWith("$")) {
                field(key, value);
            }
        });
    }

    private void field(String path, @Nullable Object value) {
        if (value != null && BsonRegularExpression.isRegularExpression(value)) {
            prefix(path, value);
        } else if (value instanceof Document document && hasOperators(document)) {
            document.forEach((operator, operand) -> operator(path, operator, operand));
        } else if (comparable(value)) {
            add(path, new Condition.Points(List.of(key(value))));
        }
    }

    private void operator(String path, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> {
                if (comparable(operand)) {
                    add(path, new Condition.Points(List.of(key(operand))));
                }
            }
            case "$in" -> in(path, operand);
            case "$gt", "$gte" -> {
                if (ranged(operand)) {
                    add(path, new Condition.Range(key(operand), new ValueOrder.Edge(ValueOrder.rank(operand), true)));
                }
            }
            case "$lt", "$lte" -> {
                if (ranged(operand)) {
                    add(path, new Condition.Range(new ValueOrder.Edge(ValueOrder.rank(operand), false), key(operand)));
                }
            }
            case "$exists" -> {
                if (Boolean.TRUE.equals(operand) || operand instanceof Number number && number.doubleValue() != 0) {
                    add(path, new Condition.Present());
                }
            }
            case "$elemMatch" -> element(path, operand);
            default -> { }
        }
    }

    private void in(String path, @Nullable Object operand) {
        if (operand instanceof Collection<?> values && values.stream().allMatch(Conditions::comparable)) {
            var points = new ArrayList<Object>();
            values.stream().map(Conditions::key).sorted(ValueOrder::compare).forEach(value -> {
                if (points.isEmpty() || ValueOrder.compare(points.getLast(), value) != 0) {
                    points.add(value);
                }
            });
            add(path, new Condition.Points(points));
        }
    }

    private void element(String path, @Nullable Object operand) {
        if (operand instanceof Document each && !each.isEmpty()) {
            if (hasOperators(each)) {
                field(path, each);
            } else {
                each.forEach((name, value) -> {
                    if (!name.startsWith("$")) {
                        field(path + "." + name, value);
                    }
                });
            }
        }
    }

    private void prefix(String path, Object expression) {
        var regex = BsonRegularExpression.convertToRegularExpression(expression);
        var prefix = Prefix.of(regex.getPattern(), regex.getOptions());
        if (!prefix.isEmpty()) {
            add(path, new Condition.Range(prefix, Prefix.after(prefix)));
        }
    }

    private void add(String path, Condition condition) {
        byPath.computeIfAbsent(path, _ -> new ArrayList<>(2)).add(condition);
    }

    private static Object key(@Nullable Object value) {
        return value == null ? Missing.getInstance() : value;
    }

    private static boolean hasOperators(Document document) {
        return document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static boolean comparable(@Nullable Object value) {
        return value == null || ranged(value) || value instanceof Document document && !document.isEmpty() && !hasOperators(document);
    }

    /** Scalars: a range on anything else means something else in each server. */
    private static boolean ranged(@Nullable Object value) {
        var rank = ValueOrder.rank(value);
        return rank >= ValueOrder.NUMBER && rank <= ValueOrder.TIMESTAMP && rank != ValueOrder.DOCUMENT && rank != ValueOrder.ARRAY;
    }
}
