/**
 * Runs the whole of Xinju on one machine. {@link org.xinju.launcher.Main} takes the command, {@code command} holds one class for each,
 * {@code component} is the table of what runs, {@code process} keeps it running, {@code cache} makes it start fast and {@code demo} fills
 * it with a world to try.
 */
@NullMarked
package org.xinju.launcher;

import org.jspecify.annotations.NullMarked;
