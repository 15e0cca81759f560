/**
 * The resident's points account. Its heart is the {@link org.xinju.points.account.Ledger}: append-only entries whose sum is the score.
 *
 * <p>{@link org.xinju.points.account.Settlement} brings a ledger up to a day: it compares what stands in it with the engine's scores and
 * appends what is missing. What grows or shrinks because time passes is one entry for the difference, valid on the day of the change ("one
 * more full month: +0.25"). What was wrong is a reversal that names the entry it cancels, followed by the right entry. Valid-at (the legal
 * day) and known-at (the moment of recording) are kept apart, so the sum of the entries valid on or before D and recorded by K is the score
 * of D as it was known at K, from the day the ledger was opened to the day it was settled to.
 *
 * <p>A ledger grows for ever, so its oldest entries are closed into immutable numbered {@link org.xinju.points.account.Page pages}; the
 * current page carries their balance and stays inside the account.
 */
@NullMarked
package org.xinju.points.account;

import org.jspecify.annotations.NullMarked;
