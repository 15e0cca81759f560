package org.xinju.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;

/** Makes problem details (RFC 9457) with a stable type, words in the reader's language and the next step where there is one. */
final class Problems {

    private static final String TYPES = "https://xinju.org/problems/";

    private final Words words;

    Problems(Words words) {
        this.words = words;
    }

    /** One wrong field of a request. */
    record FieldError(String field, String rule, String message) {}

    ProblemDetail of(HttpStatus status, String code, Object... arguments) {
        return make(status, code, words.of("rule." + code, locale(), arguments), List.of());
    }

    ProblemDetail of(List<Rejection> rejections) {
        var first = rejections.getFirst();
        var errors = rejections.stream().filter(r -> r.field() != null)
                .map(r -> new FieldError(String.valueOf(r.field()), r.rule().code(), words.of(r, locale()))).toList();
        return rejections.size() > 1
                ? make(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", words.of("rule.invalid-fields", locale(), rejections.size()), errors)
                : make(status(first.rule()), first.rule().code(), words.of(first, locale()), errors);
    }

    ProblemDetail invalid(List<FieldError> errors) {
        return make(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", words.of("rule.invalid-fields", locale(), errors.size()), errors);
    }

    /** Nothing was begun: there is too much to do at the moment. */
    ProblemDetail busy() {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "busy");
    }

    /** For answers that no controller makes. */
    static void write(HttpServletResponse response, ProblemDetail problem, JsonMapper json) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** Of what Spring or Tomcat refuse. */
    static String code(HttpStatusCode status) {
        return "http-" + status.value();
    }

    String word(String key, Object... arguments) {
        return words.of(key, locale(), arguments);
    }

    private ProblemDetail make(HttpStatus status, String code, String detail, List<FieldError> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + code));
        problem.setTitle(words.of("status." + status.value(), locale()));
        problem.setInstance(occurrence());
        problem.setProperty("code", code);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        var nextStep = words.nextStep(code, locale());
        if (nextStep != null) {
            problem.setProperty("nextStep", nextStep);
        }
        var requestId = MDC.get(RequestIds.MDC_KEY);
        if (requestId != null) {
            problem.setProperty("requestId", requestId);
        }
        return problem;
    }

    /** The request, by its id: its path may hold what somebody typed in the wrong place, and would come back into logs of clients. */
    private static URI occurrence() {
        return URI.create("urn:uuid:" + Objects.requireNonNullElseGet(MDC.get(RequestIds.MDC_KEY), () -> UUID.randomUUID().toString()));
    }

    private static HttpStatus status(Rule rule) {
        return switch (rule.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
        };
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
