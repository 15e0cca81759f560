/**
 * What a case is about: a tree as data ({@code categories/categories.json}; the taxonomy of a municipal product, domain.md 4.3). A case is
 * filed under a leaf, written with its path: {@code hazard.fire}. A category suggests how grave its cases are; whoever accepts one decides.
 */
@NullMarked
package org.xinju.grid.category;

import org.jspecify.annotations.NullMarked;
