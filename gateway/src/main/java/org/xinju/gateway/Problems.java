package org.xinju.gateway;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem details (RFC 9457) as the services write them: in the reader's language, with the next step and the id of the request. To a
 * browser that asks for a page, a page.
 */
@Component
class Problems {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final JsonMapper json;
    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    Problems(JsonMapper json) {
        this.json = json;
        words.setBasename("messages/gateway");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    Mono<Void> write(ServerWebExchange exchange, HttpStatusCode status, String code) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        var language = language(exchange);
        var problem = problem(exchange, status, code, language);
        var page = wantsPage(exchange);
        response.setStatusCode(status);
        response.getHeaders().setContentType(page ? HTML : MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLanguage(language);
        var body = page ? ProblemPage.of(problem, words, language).getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(problem);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** Somebody follows a link in a browser; programs, the portal's too, ask for JSON or for anything. */
    private static boolean wantsPage(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getAccept().stream().findFirst().filter(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                    .isPresent();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** The code of statuses that have no words of their own is that of their class. */
    static String code(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case NOT_FOUND -> "no-such-address";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case REQUEST_TIMEOUT -> "too-slow";
            case CONTENT_TOO_LARGE -> "too-large";
            case URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE -> "header-too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case SERVICE_UNAVAILABLE, BAD_GATEWAY -> "service-unavailable";
            case GATEWAY_TIMEOUT -> "service-timeout";
            case null, default -> status.is4xxClientError() ? "bad-request" : "unexpected";
        };
    }

    private LinkedHashMap<String, Object> problem(ServerWebExchange exchange, HttpStatusCode status, String code, Locale language) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "https://xinju.org/problems/" + code);
        problem.put("title", words.getMessage(code + ".title", null, language));
        problem.put("status", status.value());
        problem.put("detail", words.getMessage(code, null, language));
        problem.put("instance", "urn:uuid:" + exchange.getAttributeOrDefault(Entrance.REQUEST_ID, ""));
        problem.put("code", code);
        problem.put("nextStep", words.getMessage(code + ".next", null, language));
        problem.put("requestId", exchange.getAttributeOrDefault(Entrance.REQUEST_ID, ""));
        return problem;
    }

    private static Locale language(ServerWebExchange exchange) {
        try {
            var wanted = Locale.LanguageRange.parse(String.join(",", exchange.getRequest().getHeaders().getOrEmpty("Accept-Language")));
            var found = Locale.lookup(wanted, LANGUAGES);
            return found == null && wanted.getFirst().getRange().startsWith("en") ? Locale.ENGLISH
                    : found == null ? Locale.SIMPLIFIED_CHINESE : found;
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
