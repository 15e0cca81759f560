package org.xinju.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns calls away that could not be answered in time, before anything is done for them; health and metrics are always answered. A client that sends slowly
 * holds no place: small bodies are waited for outside, and calls that bring files have waiting rooms of their own.
 */
final class Crowd extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(2); // callers wait for five

    private final Admission admission;
    private final Problems problems;
    private final JsonMapper json;
    private final Counter turnedAway;

    Crowd(WebProperties properties, Problems problems, JsonMapper json, MeterRegistry meters) {
        this.admission = new Admission(properties.atOnce(), properties.waiting(), PATIENCE);
        this.problems = problems;
        this.json = json;
        this.turnedAway = meters.counter("xinju.requests.turned.away");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || isForm(request.getContentType());
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var arrived = new ArrivedRequest(request);
        Admission.Admitted place;
        try {
            place = admission.enter();
        } catch (BusyException _) {
            turnedAway.increment();
            response.setHeader(HttpHeaders.RETRY_AFTER, ProblemAdvice.RETRY_AFTER_SECONDS);
            Problems.write(response, problems.busy(), json);
            return;
        }
        try (place) {
            chain.doFilter(arrived, response);
        }
    }
}
