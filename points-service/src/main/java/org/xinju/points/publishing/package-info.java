/**
 * How a policy comes to hold: an {@link org.xinju.points.publishing.Edition} is drafted, approved by somebody else than its author, published
 * with a day to come, and never changed again.
 *
 * <p>{@link org.xinju.points.publishing.Policies} is the door to the stored editions and says which version holds. Every replica reads them
 * from the store, anew whenever a new legal day begins; a version is published two days ahead at least, so none can miss its first day.
 */
@NullMarked
package org.xinju.points.publishing;

import org.jspecify.annotations.NullMarked;
