package org.xinju.events;

/**
 * A rule of the domain as a named value. Its words are in the message bundles under {@code rule.<code>}; the code is part of the API
 * and never changes its meaning.
 *
 * @param code kebab-case, for example {@code endorsement-window}
 * @param kind how a refusal is answered
 * @param source law, regulation or design section the rule comes from
 */
public record Rule(String code, Kind kind, String source) {

    /** What sort of refusal a broken rule is. */
    public enum Kind {
        /** The input itself is wrong (422). */
        INVALID,
        /** The input is right but the state does not allow it (409). */
        CONFLICT,
        /** The caller may not do this (403). */
        FORBIDDEN,
        /** There is no such thing, or none that the caller may know of (404). */
        UNKNOWN
    }

    public static Rule invalid(String code, String source) {
        return new Rule(code, Kind.INVALID, source);
    }

    public static Rule conflict(String code, String source) {
        return new Rule(code, Kind.CONFLICT, source);
    }

    public static Rule forbidden(String code, String source) {
        return new Rule(code, Kind.FORBIDDEN, source);
    }

    public static Rule unknown(String code, String source) {
        return new Rule(code, Kind.UNKNOWN, source);
    }
}
