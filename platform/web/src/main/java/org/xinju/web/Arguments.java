package org.xinju.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;

/** Gives controllers their {@link Caller} and {@link Command}. */
final class Arguments implements HandlerMethodArgumentResolver {

    static final Rule IDEMPOTENCY_KEY = Rule.invalid("idempotency-key", "architecture.md: Idempotency-Key on every POST");
    static final Rule IF_MATCH = Rule.invalid("if-match", "RFC 9110, 13.1.1");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private final RequestDigest digest;

    Arguments(RequestDigest digest) {
        this.digest = digest;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Command.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var caller = caller();
        return parameter.getParameterType() == Caller.class ? caller : command(caller, request);
    }

    private static Caller caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return Caller.of(token.getToken());
        }
        throw new IllegalStateException("a controller that asks for its caller must not be public");
    }

    private Command command(Caller caller, NativeWebRequest request) {
        var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var scope = caller.signIn() + "\n" + http.getMethod() + "\n" + http.getRequestURI();
        return new Command(scope, key(http.getHeader("Idempotency-Key")), expected(http.getHeader(HttpHeaders.IF_MATCH)), digest);
    }

    private static String key(@Nullable String sent) {
        if (sent == null) {
            return UUID.randomUUID().toString();
        }
        if (!KEY.matcher(sent).matches()) {
            throw new RejectedException(List.of(Rejection.of(IDEMPOTENCY_KEY).at("Idempotency-Key")));
        }
        return sent;
    }

    private static @Nullable Long expected(@Nullable String etag) {
        if (etag == null || "*".equals(etag)) {
            return null;
        }
        var matcher = ETAG.matcher(etag);
        if (!matcher.matches()) {
            throw new RejectedException(List.of(Rejection.of(IF_MATCH).at("If-Match")));
        }
        return Long.valueOf(matcher.group(1));
    }
}
