package org.xinju.grid.category;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.xinju.grid.clock.Severity;

/**
 * A node of the tree.
 *
 * @param code unique among its siblings
 * @param severity of a leaf: what its cases usually are; null for a branch
 */
public record Category(String code, String zh, String en, @Nullable Severity severity, List<Category> under) {

    @SuppressWarnings("NullAway") // a leaf of the file has no field "under"
    public Category {
        under = under == null ? List.of() : List.copyOf(under);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
