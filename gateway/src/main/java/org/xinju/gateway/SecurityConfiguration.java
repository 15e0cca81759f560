package org.xinju.gateway;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.util.StringUtils;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who may come in. The services check the token again: the gateway is not trusted blindly. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {"/", "/index.html", "/start.css", "/start.js", "/development.json", "/favicon.ico", "/api.html",
        "/webjars/**", "/swagger-ui/**", "/v3/api-docs/**", "/actuator/health/**", "/actuator/prometheus"};

    /** Pages load nothing from elsewhere and are shown in nobody's frame. Swagger UI sets styles in its elements. */
    private static final String CONTENT = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String BEARER = "Bearer ";

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, GatewayProperties properties, Problems problems, CallLimit limit,
            ReactiveJwtDecoder decoder) {
        ServerAuthenticationEntryPoint unauthenticated = (exchange, _) -> {
            if (!isHeld(exchange.getRequest().getPath().value())) {
                return problems.write(exchange, HttpStatus.NOT_FOUND, "no-such-address");
            }
            exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
            return limit.unauthenticated(exchange, Mono.defer(() -> problems.write(exchange, HttpStatus.UNAUTHORIZED, "unauthenticated")));
        };
        ServerAccessDeniedHandler denied = (exchange, _) -> problems.write(exchange, HttpStatus.FORBIDDEN, "denied");
        return http
                .csrf(csrf -> csrf.disable()) // tokens in a header, no cookies
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance())) // else a session is made for every call
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .cors(cors -> cors.configurationSource(origins(properties)))
                .headers(headers -> headers
                        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                        .permissionsPolicy(policy -> policy.policy("camera=(self), geolocation=(self), microphone=(), payment=()"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(Stream.concat(Stream.of(OPEN), properties.signIn().openPaths().stream()).toArray(String[]::new)).permitAll()
                        .pathMatchers(HttpMethod.GET, properties.publicPaths().toArray(String[]::new)).permitAll()
                        .pathMatchers(HttpMethod.POST, properties.receipts().paths().toArray(String[]::new)).permitAll()
                        .anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtDecoder(new SeenTokens(decoder))).bearerTokenConverter(SecurityConfiguration::token)
                        .authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
                .exceptionHandling(e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
                .build();
    }

    /** Whatever a caller sends as a token is looked at by who knows tokens; Spring's own converter reads it by a regular expression first, a twentieth of a call. */
    private static Mono<Authentication> token(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(sent -> sent.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(sent -> sent.substring(BEARER.length())).filter(StringUtils::hasText).map(BearerTokenAuthenticationToken::new);
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

    /** Something may be there that needs a token; anywhere else is nothing, with or without one. */
    private static boolean isHeld(String path) {
        return path.startsWith("/api/") || path.startsWith("/actuator");
    }

    private static UrlBasedCorsConfigurationSource origins(GatewayProperties properties) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.allowedOrigins());
        cors.addAllowedMethod(CorsConfiguration.ALL);
        cors.addAllowedHeader(CorsConfiguration.ALL);
        cors.addExposedHeader("ETag");
        cors.addExposedHeader("Location");
        cors.addExposedHeader("Retry-After");
        cors.addExposedHeader(Entrance.REQUEST_ID);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", cors);
        return source;
    }
}
