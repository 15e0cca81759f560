package org.xinju.grid.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.Severity;

/**
 * What somebody sends in.
 *
 * @param category path of a leaf: {@code hazard.fire}
 * @param area where the registry has resolved the address to
 * @param address as written, at most 200 characters; may be left out
 * @param openness null: named
 * @param photos ids of photos sent before
 * @param severity by staff only, who have seen it; null: what cases of the category usually are
 */
record Report(@Nullable String category, @Nullable String area, @Nullable String address, @Nullable String description,
        @Nullable Openness openness, @Nullable List<String> photos,
        @Nullable Severity severity) {}
