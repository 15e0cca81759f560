package org.xinju.registry.binding;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A sign-in and what it stands for.
 *
 * @param issuer who vouches for the sign-in
 * @param subject its opaque name there
 * @param target id of the resident or dwelling owner, or the code of the enterprise
 * @param released whether it has ended
 */
public record Binding(String issuer, String subject, Kind kind, String target, boolean released) {

    /** What a sign-in can stand for. */
    public enum Kind { RESIDENT, LANDLORD, ENTERPRISE, LOCAL_RESIDENT }

    /** The sign-in as one text, for its index. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String signIn() {
        return issuer + "|" + subject;
    }
}
