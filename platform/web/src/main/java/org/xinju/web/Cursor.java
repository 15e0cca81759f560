package org.xinju.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;

/** Where a list goes on; opaque to clients. */
public final class Cursor {

    static final Rule CURSOR = Rule.invalid("cursor", "architecture.md: lists page by cursor");
    static final Rule LIMIT = Rule.invalid("limit", "architecture.md: lists page by cursor");
    public static final int MOST = 500;

    private Cursor() {}

    static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The position behind a cursor, or the empty text for the beginning.
     *
     * @throws RejectedException if it is none of ours
     */
    public static String decode(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(List.of(Rejection.of(CURSOR).at("cursor")));
        }
    }

    /** The position behind a cursor of a list that is ordered by numbers, or 0 for the beginning; refused like {@link #decode}. */
    public static int number(@Nullable String cursor) {
        var position = decode(cursor);
        if (!position.matches("\\d{0,9}")) {
            throw new RejectedException(List.of(Rejection.of(CURSOR).at("cursor")));
        }
        return position.isEmpty() ? 0 : Integer.parseInt(position);
    }

    /** @throws RejectedException unless between 1 and {@link #MOST} */
    public static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new RejectedException(List.of(Rejection.of(LIMIT, 1, MOST).at("limit")));
        }
        return limit;
    }
}
