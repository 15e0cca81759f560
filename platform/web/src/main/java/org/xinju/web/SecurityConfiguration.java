package org.xinju.web;

import java.time.Instant;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

/** Every service checks the token itself; only what is listed is public. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);
    private static final String[] OPERATION = {"/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**"};

    @Bean
    SecurityFilterChain security(HttpSecurity http, WebProperties properties, Problems problems, JsonMapper json, JwtDecoder decoder) throws Exception {
        AuthenticationEntryPoint unauthenticated = (_, response, e) -> {
            if (e instanceof AuthenticationServiceException) { // the issuer does not answer: nobody can say whether the token is good
                log.warn("issuer not available: {}", e.toString());
                response.setHeader(HttpHeaders.RETRY_AFTER, ProblemAdvice.RETRY_AFTER_SECONDS);
                Problems.write(response, problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"), json);
            } else {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                Problems.write(response, problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated"), json);
            }
        };
        var unchecked = new AuthenticationEntryPointFailureHandler(unauthenticated);
        unchecked.setRethrowAuthenticationServiceException(false);
        AccessDeniedHandler denied = (_, response, _) -> Problems.write(response, problems.of(HttpStatus.FORBIDDEN, "denied"), json);
        return http
                .csrf(csrf -> csrf.disable()) // tokens in a header, no cookies
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(OPERATION).permitAll()
                        .requestMatchers("/error").permitAll()
                        .requestMatchers(HttpMethod.GET, properties.publicPaths().toArray(String[]::new)).permitAll()
                        .requestMatchers(HttpMethod.POST, properties.signedPaths().toArray(String[]::new)).permitAll()
                        .anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(new SeenTokens(decoder))).authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(denied).withObjectPostProcessor(answering(unchecked)))
                .exceptionHandling(e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
                .build();
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(AuthenticationFailureHandler failures) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(failures);
                return filter;
            }
        };
    }

    /** Of the steps inside of Spring Security nobody reads, and each call would have a dozen. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Beside what Spring looks at: a token ends some day, and says whose it is. */
    @Bean
    OAuth2TokenValidator<Jwt> completeTokens() {
        return new DelegatingOAuth2TokenValidator<>(new JwtClaimValidator<Instant>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, StringUtils::hasText));
    }
}
