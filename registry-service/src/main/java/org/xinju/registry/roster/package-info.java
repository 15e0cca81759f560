/**
 * Rosters: the lists of staff that employers send, as offices really write them. {@link org.xinju.registry.roster.RosterReader} finds the
 * table in a spreadsheet or text file, {@link org.xinju.registry.roster.RosterJudge} gives every row its verdict, and only then is anything
 * stored: a roster is taken in chunks of rows, each row a command of its own that may be repeated.
 *
 * <pre>
 * upload ── not a roster ──► refused, nothing stored
 *    │
 *    └─► RECEIVED (rows sealed in chunks) ──► every chunk worked off by some replica ──► DONE (sealed rows dropped, results kept)
 * </pre>
 *
 * Duty of employers: Zhejiang residence-registration regulation art. 8.
 */
@NullMarked
package org.xinju.registry.roster;

import org.jspecify.annotations.NullMarked;
