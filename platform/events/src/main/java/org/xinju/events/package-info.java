@NullMarked
package org.xinju.events;

import org.jspecify.annotations.NullMarked;
