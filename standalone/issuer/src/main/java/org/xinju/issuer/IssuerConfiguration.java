package org.xinju.issuer;

import java.util.List;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** The authorization server: personas as clients, client credentials only, claims as the services expect them. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    static final String AUDIENCE = "xinju";

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http
                .oauth2AuthorizationServer(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable()) // clients sign in with every request, no cookies
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/personas", "/actuator/health/**", "/error").permitAll()
                        .anyRequest().authenticated())
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Personas personas) {
        return context -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                var persona = personas.named(context.getRegisteredClient().getClientId()).orElseThrow();
                context.getClaims().subject(persona.subject()).audience(List.of(AUDIENCE))
                        .claim("roles", persona.roles()).claim("areas", persona.areas());
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> keys(KeptFiles files) {
        return new ImmutableJWKSet<>(SigningKey.load(files));
    }

    @Bean
    AuthorizationServerSettings settings(IssuerProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.uri().toString()).build();
    }

    @Bean
    PasswordEncoder secrets() {
        return new ClientSecret();
    }

    @Bean
    OAuth2AuthorizationService issued() {
        return new Forgetful();
    }
}
