package org.xinju.acceptance.guard;

/**
 * Somebody with one role at one place.
 *
 * @param role as in tokens; empty for somebody without a sign-in
 * @param subject of the token
 * @param token empty for somebody without a sign-in
 */
record Visitor(String role, Position position, String subject, String token) {

    static Visitor anonymous() {
        return new Visitor("", Position.NOWHERE, "", "");
    }

    boolean isAnonymous() {
        return role.isEmpty();
    }

    @Override
    public String toString() {
        return isAnonymous() ? "nobody" : role + " " + position;
    }
}
