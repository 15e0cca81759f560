/**
 * Ordered indexes. {@link org.xinju.store.index.IndexKeys} turns a document into keys, {@link org.xinju.store.index.OrderedIndex} keeps
 * them in {@link org.xinju.store.index.ValueOrder}, and {@link org.xinju.store.index.Planner} decides from the
 * {@link org.xinju.store.index.Conditions} of a filter which stretch of which index to walk. An index only ever offers candidates; the
 * caller applies the whole filter to them.
 */
@NullMarked
package org.xinju.store.index;

import org.jspecify.annotations.NullMarked;
