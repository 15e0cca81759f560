package org.xinju.issuer;

import java.util.List;

/**
 * Somebody to be when trying things out.
 *
 * @param name also the client id
 * @param subject {@code sub} of the tokens: opaque, the same after every restart
 * @param roles names as in product.md, exactly one here
 * @param areas ids of the areas the persona works for, may be empty
 */
record Persona(String name, String subject, List<String> roles, List<String> areas) {

    Persona(String name, String role, List<String> areas) {
        this(name, "persona-" + name, List.of(role), List.copyOf(areas));
    }
}
