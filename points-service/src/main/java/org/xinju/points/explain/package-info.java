/**
 * A score in plain words, line by line: what counted and by which text, what did not and why, where it comes from, when it changes next.
 *
 * <p>Start with {@link org.xinju.points.explain.Explainer#explain}. The words are in {@code messages/points.properties} (Chinese) and
 * {@code messages/points_en.properties}; the numbers are the engine's. Read aloud, an explanation must sound like a clerk who wants to
 * help: no codes, no blame, and where something is missing, what to bring and to whom.
 */
@NullMarked
package org.xinju.points.explain;

import org.jspecify.annotations.NullMarked;
