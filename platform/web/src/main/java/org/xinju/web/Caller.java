package org.xinju.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.oauth2.jwt.Jwt;

import org.xinju.events.Rule;

/**
 * Who calls.
 *
 * @param issuer who vouches for the sign-in
 * @param subject opaque name of the sign-in at that issuer
 * @param areas ids of the areas the caller works for; whatever lies below them is in scope
 */
public record Caller(String issuer, String subject, Set<Role> roles, Set<String> areas) {

    static final Rule ROLE_NEEDED = Rule.forbidden("role-needed", "product.md, People");
    static final Rule OUTSIDE_SCOPE = Rule.forbidden("outside-scope", "product.md, People: scope of data");

    public Caller {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
    }

    static Caller of(Jwt token) {
        var roles = EnumSet.noneOf(Role.class);
        claim(token, "roles").forEach(name -> Role.ofClaim(name).ifPresent(roles::add));
        var issuer = Objects.requireNonNull(token.getClaimAsString("iss"));
        return new Caller(issuer, Objects.requireNonNull(token.getSubject()), roles, Set.copyOf(claim(token, "areas")));
    }

    private static List<String> claim(Jwt token, String name) {
        return Optional.ofNullable(token.getClaimAsStringList(name)).orElse(List.of());
    }

    /** The sign-in as one text, unique across issuers. */
    public String signIn() {
        return issuer + "|" + subject;
    }

    public boolean is(Role... any) {
        return Set.of(any).stream().anyMatch(roles::contains);
    }

    /** @throws RejectedException (403) unless the caller has one of the roles */
    public void require(Role... any) {
        if (!is(any)) {
            throw RejectedException.of(ROLE_NEEDED, String.join(", ", Set.of(any).stream().map(Role::claim).sorted().toList()));
        }
    }

    /** Whether something lies in the caller's areas, given the ids of all areas it lies in, from the sub-district down. */
    public boolean covers(Collection<String> within) {
        return within.stream().anyMatch(areas::contains);
    }

    /** @throws RejectedException (403) unless it lies in the caller's areas */
    public void requireScope(Collection<String> within) {
        if (!covers(within)) {
            throw RejectedException.of(OUTSIDE_SCOPE);
        }
    }
}
