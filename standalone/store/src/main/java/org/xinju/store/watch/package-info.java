/** What the store tells about itself: how each shape of query was answered, as a command and for Prometheus. */
@NullMarked
package org.xinju.store.watch;

import org.jspecify.annotations.NullMarked;
