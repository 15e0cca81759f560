package org.xinju.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps no record of issued tokens. They speak for themselves and are neither revoked nor introspected here; the keeping services of the
 * library never let go of one, so a benchmark would fill the memory.
 */
final class Forgetful implements OAuth2AuthorizationService {

    @Override
    public void save(OAuth2Authorization authorization) {
        // on purpose nothing, see above
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        // nothing was kept
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return null;
    }
}
