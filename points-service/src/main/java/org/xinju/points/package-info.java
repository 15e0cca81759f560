/** Points: what the published policy gives each resident for what is known of them, and why. One package per feature. */
@NullMarked
package org.xinju.points;

import org.jspecify.annotations.NullMarked;
