/** Grids: who looks after them, how many people live there, and how what is wrong there is put right. One package per feature. */
@NullMarked
package org.xinju.grid;

import org.jspecify.annotations.NullMarked;
