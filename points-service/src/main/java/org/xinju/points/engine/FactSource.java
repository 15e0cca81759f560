package org.xinju.points.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from.
 *
 * @param origin the service or department; empty when it is supposed
 * @param reference id of the event, or of the department's confirmation; empty when it is supposed
 * @param evidence id of the evidence on file; null when the source is no confirmation
 */
public record FactSource(Kind kind, String origin, String reference, @Nullable String evidence) {

    /** An event of another service, a person in a department who looked at evidence, or nothing: it is only supposed, and never stored. */
    public enum Kind { EVENT, CONFIRMATION, SUPPOSITION }

    /** An event of another service. */
    public static FactSource event(String service, String eventId) {
        return new FactSource(Kind.EVENT, service, eventId, null);
    }

    /** What somebody supposes to see what would come of it. */
    public static FactSource supposition() {
        return new FactSource(Kind.SUPPOSITION, "", "", null);
    }

    /** A department's confirmation. */
    public static FactSource confirmation(String department, String confirmationId, String evidence) {
        return new FactSource(Kind.CONFIRMATION, department, confirmationId, evidence);
    }
}
