package org.xinju.grid.category;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.grid.clock.Severity;

/** Shows the tree of categories: public. */
@RestController
@RequestMapping("/api/grid/categories")
class CategoryController {

    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    /** @param category path to file a case under; only of a leaf */
    record View(@Nullable String category, String code, String name, @Nullable Severity severity, List<View> under) {}

    record Tree(List<View> items) {}

    @GetMapping
    Tree tree(Locale locale) {
        return new Tree(categories.roots().stream().map(root -> view("", root, locale)).toList());
    }

    private static View view(String prefix, Category node, Locale locale) {
        var path = prefix + node.code();
        return new View(node.under().isEmpty() ? path : null, node.code(), node.name(locale), node.severity(),
                node.under().stream().map(child -> view(path + ".", child, locale)).toList());
    }
}
