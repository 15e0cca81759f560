package org.xinju.grid.category;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tree of categories. */
@Component
public class Categories {

    private record File(List<Category> categories) {}

    private final List<Category> roots;
    private final Map<String, Category> leaves = new LinkedHashMap<>();

    Categories() {
        InputStream file = Objects.requireNonNull(Categories.class.getResourceAsStream("/categories/categories.json"));
        this.roots = JsonMapper.shared().readValue(file, File.class).categories();
        roots.forEach(root -> collect("", root));
    }

    private void collect(String prefix, Category category) {
        var path = prefix + category.code();
        if (category.under().isEmpty()) {
            if (category.severity() == null) {
                throw new IllegalStateException("category " + path + " says nothing about its severity");
            }
            leaves.put(path, category);
        }
        category.under().forEach(child -> collect(path + ".", child));
    }

    List<Category> roots() {
        return roots;
    }

    /** Paths of all leaves. */
    public List<String> leaves() {
        return List.copyOf(leaves.keySet());
    }

    /** The leaf with this path. */
    public Optional<Category> find(String path) {
        return Optional.ofNullable(leaves.get(path));
    }
}
