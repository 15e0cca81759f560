/**
 * The demo world: six enterprises, their 500 people and the personas among them, and what has happened to some of these, one class for each
 * {@link org.xinju.launcher.demo.Story}, brought in through the public API as offices and people would. Everybody is made up by a generator with a fixed seed
 * ({@link org.xinju.launcher.demo.DemoPeople}); every request carries a key made from what it is about, so loading again after a break
 * changes nothing that was done.
 */
@NullMarked
package org.xinju.launcher.demo;

import org.jspecify.annotations.NullMarked;
