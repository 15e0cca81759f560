package org.xinju.web;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the next page, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** @param found up to one more than {@code limit}: the extra one says that there is a next page */
    public static <F, T> Page<T> of(List<F> found, int limit, Function<F, String> position, Function<F, T> view) {
        var items = found.stream().limit(limit).map(view).toList();
        return new Page<>(items, found.size() > limit ? Cursor.encode(position.apply(found.get(limit - 1))) : null);
    }
}
