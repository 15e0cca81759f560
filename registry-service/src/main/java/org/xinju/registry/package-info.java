/** The registry: who lives where since when, and who works for whom. One package per feature. */
@NullMarked
package org.xinju.registry;

import org.jspecify.annotations.NullMarked;
