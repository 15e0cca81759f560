/**
 * Cases: what somebody reports to be wrong, until it is put right (product G2 to G4). The loop that a case goes through is data ({@link
 * org.xinju.grid.loop}); {@link org.xinju.grid.cases.Moves} decides a step by it, {@link org.xinju.grid.cases.Case} is the document with all
 * its steps, {@link org.xinju.grid.cases.Cases} the only door to the store.
 *
 * <p>Who reports is derived from the bindings of the sign-in. A confidential reporter is known to the case but shown to no staff; of an
 * anonymous one nothing is kept at all, not even the sign-in inside an id: what follows from the sign-in goes through a keyed hash. Whoever
 * reported anonymously follows the case by a code that only the answer to the report held.
 *
 * <p>What people write (description, notes, analysis) may name people, so it is sealed like a file; the address is sealed as an address. On the
 * topic stands nothing personal.
 */
@NullMarked
package org.xinju.grid.cases;

import org.jspecify.annotations.NullMarked;
