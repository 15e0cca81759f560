package org.xinju.registry.binding;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in and what it stands for.
 *
 * @param issuer who vouches for the sign-in
 * @param subject its opaque name there
 * @param target id of the resident or dwelling owner, or the code of the enterprise
 * @param released whether it has ended
 * @param since when the proof was given that it rests on; null where an administrator made it
 */
public record Binding(String issuer, String subject, Kind kind, String target, boolean released, @Nullable Instant since) {

    /** What a sign-in can stand for. */
    public enum Kind { RESIDENT, LANDLORD, ENTERPRISE, LOCAL_RESIDENT }

    boolean standsFor(Binding other) {
        return !released && other.signIn().equals(signIn()) && other.kind == kind && other.target.equals(target);
    }

    /** Whether it rests on this proof or a later one; also when it has been released since then. */
    boolean restsOn(Instant proof) {
        return since != null && !proof.isAfter(since);
    }

    Binding asReleased() {
        return new Binding(issuer, subject, kind, target, true, since);
    }

    /** The sign-in as one text, for its index. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String signIn() {
        return issuer + "|" + subject;
    }
}
