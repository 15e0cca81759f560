package org.xinju.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Personas as clients. The library's own keeping place wants another secret for each client; here one opens all, see the package. */
@Component
final class PersonaClients implements RegisteredClientRepository {

    private final Personas personas;
    private final String secret;
    private final TokenSettings tokens;

    PersonaClients(Personas personas, KeptFiles files, IssuerProperties properties) {
        this.personas = personas;
        this.secret = ClientSecret.load(files);
        this.tokens = TokenSettings.builder().accessTokenTimeToLive(properties.tokenLifetime()).build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return personas.named(clientId).map(this::client).orElse(null);
    }

    /** The id of a client and its name are the same. */
    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient registeredClient) {
        throw new UnsupportedOperationException("Personas are configuration.");
    }

    private RegisteredClient client(Persona persona) {
        return RegisteredClient.withId(persona.name()).clientId(persona.name()).clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens).build();
    }
}
