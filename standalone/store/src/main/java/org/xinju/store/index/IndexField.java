package org.xinju.store.index;

import java.util.List;

/**
 * One field of an index.
 *
 * @param path      dotted path, without positions of arrays
 * @param parts     the same, split
 * @param ascending direction
 */
public record IndexField(String path, List<String> parts, boolean ascending) {

    public IndexField(String path, boolean ascending) {
        this(path, List.of(path.split("\\.", -1)), ascending);
    }
}
