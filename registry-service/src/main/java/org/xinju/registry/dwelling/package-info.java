/**
 * Dwellings: what is let to new residents, one flat, or for every other use one building.
 *
 * <pre>
 * registered by grid staff ────────────────────────────────────────► REGISTERED ──closed──► CLOSED ──reopened──► as registered
 * registered or changed by the landlord ──► PENDING ──confirmed──►
 * </pre>
 *
 * The address is sealed and resolved to its grid; one that cannot be resolved stands on the list of the lowest area that is certain.
 * Occupants and tenancies, the QR code and the colour grade are not there yet. Sources: Zhejiang residence-registration regulation art. 9; Ningbo
 * regulation on rented housing in force since 2024-03-01 (domain facts 3.1).
 */
@NullMarked
package org.xinju.registry.dwelling;

import org.jspecify.annotations.NullMarked;
