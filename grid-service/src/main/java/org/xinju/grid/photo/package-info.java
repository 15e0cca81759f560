/**
 * Photos of cases. What comes in is decided by its content, drawn anew without anything that was hidden in it (place, time, device), sealed
 * and kept in GridFS. A photo's id cannot be guessed and says nothing about who sent it; nothing of the sender is kept with it. It belongs to
 * the case that names it first; one that no case named within a day is thrown away.
 */
@NullMarked
package org.xinju.grid.photo;

import org.jspecify.annotations.NullMarked;
