package org.xinju.points.confirmation;

import java.time.LocalDate;

/**
 * What the department has looked at.
 *
 * @param kind as the indicator lists it, for example {@code degree-certificate}
 * @param reference under which the department keeps it; never the number of an identity document
 * @param issuedOn day written on it
 */
public record Proof(String kind, String reference, LocalDate issuedOn) {}
