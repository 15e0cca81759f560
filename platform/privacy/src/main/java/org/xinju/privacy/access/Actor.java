package org.xinju.privacy.access;

/**
 * Who looked.
 *
 * @param issuer the issuer of the sign-in, or the name of the service for work that it does by itself
 * @param subject the sign-in at that issuer, opaque
 * @param role the role (product.md) in which the person acted
 */
public record Actor(String issuer, String subject, String role) {

    public Actor {
        Access.requireShort(issuer, subject, role);
    }
}
