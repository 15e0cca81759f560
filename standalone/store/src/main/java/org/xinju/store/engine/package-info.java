/**
 * The database itself: the library's server and query language over our own collections. A command enters at
 * {@link org.xinju.store.engine.StoreBackend}, which refuses what the store cannot do and answers only when the journal has what the
 * answer shows; {@link org.xinju.store.engine.StoreCollection} finds and changes documents; {@link org.xinju.store.engine.AfterImage}
 * borrows the library's update language to compute the next version of one document.
 */
@NullMarked
package org.xinju.store.engine;

import org.jspecify.annotations.NullMarked;
