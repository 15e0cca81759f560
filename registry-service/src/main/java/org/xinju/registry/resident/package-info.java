/**
 * Residents: people who came from elsewhere, registered once. A resident has papers, dated stays in grids and dated employments.
 *
 * <pre>
 * registered by themselves ──► PENDING ──confirmed by a grid worker──► REGISTERED ──left──► LEFT ──came back──► REGISTERED
 * registered by a grid worker or from a roster ───────────────────────►
 * </pre>
 *
 * What identifies a person is sealed from the first write on and found by blind index; one person per ID number is a unique index. Sources:
 * Zhejiang residence-registration regulation art. 7, 8, 13, 29.
 */
@NullMarked
package org.xinju.registry.resident;

import org.jspecify.annotations.NullMarked;
