/**
 * Awards that only so many people of an area may get in a year (domain.md D10: at most 1 % of the new residents at the end of the last year).
 *
 * <p>An {@link org.xinju.points.quota.AwardYear} is the one document that owns the limit. A department's draft of such an award takes a place
 * there when it is approved, and only then becomes a fact; a place is given back once its confirmation is refused or withdrawn. Both steps may be
 * repeated: who takes twice has the same place, and who gives back twice gives back once.
 */
@NullMarked
package org.xinju.points.quota;

import org.jspecify.annotations.NullMarked;
