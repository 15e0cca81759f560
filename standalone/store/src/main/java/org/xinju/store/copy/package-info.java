/** Moves data between the stand-in and MongoDB, by MongoDB's own driver: {@link org.xinju.store.copy.StoreCopy}. */
@NullMarked
package org.xinju.store.copy;

import org.jspecify.annotations.NullMarked;
