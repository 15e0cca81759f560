/**
 * A stand-in for MongoDB where none is at hand: for {@code ./run}, for tests and for benchmarks on one machine. Start reading at
 * {@link org.xinju.store.Store}, which joins the three parts: {@code engine} (commands and collections, over mongo-java-server),
 * {@code index} (ordered indexes) and {@code journal} (what survives). README.md says what it is not.
 */
@NullMarked
package org.xinju.store;

import org.jspecify.annotations.NullMarked;
