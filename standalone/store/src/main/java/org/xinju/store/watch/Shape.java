package org.xinju.store.watch;

import java.util.Collection;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A query without its values: {@code {state.area: eq, outbox.at: $lt} sort {_id: 1}}. */
final class Shape {

    private Shape() {}

    static String of(Document filter, @Nullable Document orderBy) {
        var fields = fields(filter);
        return orderBy == null || orderBy.isEmpty() ? fields : fields + " sort " + orderBy.entrySet().stream()
            .map(field -> field.getKey() + ": " + field.getValue()).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String fields(Document filter) {
        return filter.entrySet().stream().map(field -> name(field.getKey()) + ": " + value(field.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A part of a path that is a number or an id is data. */
    private static String name(String path) {
        var letters = 0;
        for (var i = 0; i < path.length(); i++) {
            letters += Character.isDigit(path.charAt(i)) ? 0 : 1;
        }
        return letters == path.length() ? path : path.replaceAll("[^.]*\\d[^.]*", "*");
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case Document operators when operators.keySet().stream().anyMatch(key -> key.startsWith("$")) ->
                operators.keySet().stream().sorted().collect(Collectors.joining("+"));
            case Collection<?> branches when branches.stream().allMatch(Document.class::isInstance) && !branches.isEmpty() ->
                branches.stream().map(branch -> fields((Document) branch)).distinct().collect(Collectors.joining(", ", "[", "]"));
            case null -> "null";
            default -> "eq";
        };
    }
}
