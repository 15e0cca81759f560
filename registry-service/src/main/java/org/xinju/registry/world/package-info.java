/**
 * The made-up world, for demonstrations and measurements: a sub-district of the size of Dagi (domain facts 0) that follows from a seed. Person
 * {@code i} of a seed is the same on every machine and whatever the size of the world, so a smaller world is the beginning of a larger
 * one. ID numbers and credit codes lie in the unassigned area 990206 and mobile phones in the unassigned block 160: nobody alive is meant.
 *
 * <pre>
 * POST ──► PLACING (chunks, worked off by any replica: stored as if they had been there for years, nobody is told)
 *             └──► PUBLISHING (snapshots: intakes take them, inserts ignore them) ──► DONE ──the same again──► PLACING
 * </pre>
 *
 * What may be computed elsewhere about this world is in {@link org.xinju.registry.world.WorldIds}. There is one world per registry, and only in the
 * development profile.
 */
@NullMarked
package org.xinju.registry.world;

import org.jspecify.annotations.NullMarked;
