/**
 * Facts that somebody in a department has confirmed with evidence in hand.
 *
 * <p>A points officer drafts a {@link org.xinju.points.confirmation.Confirmation}, the department of its indicator approves or refuses it; the
 * department may also state a fact by itself. What was confirmed wrongly is corrected or withdrawn later. Nothing is overwritten: each act is a
 * {@link org.xinju.points.confirmation.Act} behind the one before, and the acts that hold become revisions of one
 * {@link org.xinju.points.engine.Fact}, from which the ledger makes its reversals by itself.
 *
 * <p>{@link org.xinju.points.confirmation.Confirmations} are those of one resident and lie in the account, so that a fact and the entries that
 * follow from it are written together.
 */
@NullMarked
package org.xinju.points.confirmation;

import org.jspecify.annotations.NullMarked;
