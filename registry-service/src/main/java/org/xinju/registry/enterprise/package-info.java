/** Enterprises: the employers of the sub-district by their unified social credit code (GB 32100). */
@NullMarked
package org.xinju.registry.enterprise;

import org.jspecify.annotations.NullMarked;
