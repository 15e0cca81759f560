package org.xinju.points.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from.
 *
 * @param reference id of the event, or of the department's confirmation
 * @param origin the service or department
 * @param evidence id of the evidence on file; null when the source is an event
 */
public record FactSource(Kind kind, String origin, String reference, @Nullable String evidence) {

    /** An event of another service, or a person in a department who looked at evidence. */
    public enum Kind { EVENT, CONFIRMATION }

    /** An event of another service. */
    public static FactSource event(String service, String eventId) {
        return new FactSource(Kind.EVENT, service, eventId, null);
    }

    /** A department's confirmation. */
    public static FactSource confirmation(String department, String confirmationId, String evidence) {
        return new FactSource(Kind.CONFIRMATION, department, confirmationId, evidence);
    }
}
