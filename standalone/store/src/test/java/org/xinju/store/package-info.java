/** The store from the outside, through the driver that the services use. */
@NullMarked
package org.xinju.store;

import org.jspecify.annotations.NullMarked;
