package org.xinju.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.ServletWebRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the library makes of a request: who calls, which command it is, where a list goes on. */
class RequestsTest {

    private static final RequestDigest DIGEST = bytes -> Integer.toHexString(java.util.Arrays.hashCode(bytes));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t").header("alg", "RS256").issuer("https://issuer").subject("s1").issuedAt(Instant.now())
                .claims(all -> all.putAll(claims)).build();
    }

    private Command command(String path, String... headers) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token(Map.of())));
        var request = new MockHttpServletRequest("POST", path);
        for (var i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        var parameter = new MethodParameter(RequestsTest.class.getDeclaredMethod("takes", Command.class), 0);
        return (Command) new Arguments(DIGEST).resolveArgument(parameter, null, new ServletWebRequest(request), null);
    }

    @SuppressWarnings("unused")
    private static void takes(Command command) {}

    @Test
    void a_caller_is_what_the_token_says_and_no_more() {
        var caller = Caller.of(token(Map.of("roles", List.of("grid-worker", "emperor", "GRID_LEADER"), "areas", List.of("G001"))));
        assertThat(caller.roles()).containsExactly(Role.GRID_WORKER);
        assertThat(caller.covers(List.of("330206004", "PQ01", "C001", "G001"))).isTrue();
        assertThat(caller.covers(List.of("330206004", "PQ01", "C001"))).isFalse();
        assertThat(caller.signIn()).isEqualTo("https://issuer|s1");
    }

    @Test
    void a_token_without_roles_and_areas_may_nothing() {
        var caller = Caller.of(token(Map.of()));
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.areas()).isEqualTo(Set.of());
        assertThatThrownBy(() -> caller.require(Role.RESIDENT)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> caller.requireScope(List.of("330206004"))).isInstanceOf(RejectedException.class);
    }

    @Test
    void every_role_is_written_in_tokens_as_it_is_read() {
        assertThat(Role.values()).allSatisfy(role -> assertThat(Role.ofClaim(role.claim())).contains(role));
        assertThat(Role.ofClaim("Grid-Worker")).isEmpty();
    }

    @Test
    void the_same_key_on_the_same_path_is_the_same_command_and_no_other() throws Exception {
        var first = command("/api/a", "Idempotency-Key", "k1");
        assertThat(command("/api/a", "Idempotency-Key", "k1").createdId()).isEqualTo(first.createdId());
        assertThat(command("/api/b", "Idempotency-Key", "k1").createdId()).isNotEqualTo(first.createdId());
        assertThat(command("/api/a", "Idempotency-Key", "k2").createdId()).isNotEqualTo(first.createdId());
        assertThat(command("/api/a").createdId()).isNotEqualTo(command("/api/a").createdId());
    }

    @Test
    void a_fingerprint_tells_one_request_from_another() throws Exception {
        var command = command("/api/a", "Idempotency-Key", "k1");
        assertThat(command.fingerprint(Map.of("a", 1))).isEqualTo(command.fingerprint(Map.of("a", 1)));
        assertThat(command.fingerprint(Map.of("a", 1))).isNotEqualTo(command.fingerprint(Map.of("a", 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "中文", ""})
    void a_key_that_is_none_is_refused(String key) {
        assertThatThrownBy(() -> command("/api/a", "Idempotency-Key", key)).isInstanceOfSatisfying(RejectedException.class,
                no -> assertThat(no.rejections().getFirst().field()).isEqualTo("Idempotency-Key"));
    }

    @Test
    void if_match_names_what_the_client_believes_to_change() throws Exception {
        assertThat(command("/api/a", "If-Match", "\"17\"").expectedSequence()).isEqualTo(17);
        assertThat(command("/api/a", "If-Match", "*").expectedSequence()).isNull();
        assertThat(command("/api/a").expectedSequence()).isNull();
        for (var wrong : List.of("17", "W/\"17\"", "\"x\"", "\"1\", \"2\"", "\"9999999999999999999999\"")) {
            assertThatThrownBy(() -> command("/api/a", "If-Match", wrong)).as(wrong).isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void a_cursor_comes_back_as_it_went_and_another_is_refused() {
        assertThat(Cursor.decode(Cursor.encode("住 1"))).isEqualTo("住 1");
        assertThat(Cursor.decode(null)).isEmpty();
        assertThat(Cursor.number(Cursor.encode("12"))).isEqualTo(12);
        assertThatThrownBy(() -> Cursor.decode("%%%")).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> Cursor.number(Cursor.encode("x"))).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> Cursor.limit(0)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> Cursor.limit(501)).isInstanceOf(RejectedException.class);
    }

    @Test
    void a_page_says_whether_there_is_more() {
        var full = Page.of(List.of("a", "b", "c"), 2, text -> text, text -> text);
        assertThat(full.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(full.next())).isEqualTo("b");
        assertThat(Page.of(List.of("a", "b"), 2, text -> text, text -> text).next()).isNull();
    }

    @Test
    void a_request_has_an_id_that_is_safe_to_write_down() throws Exception {
        var id = "2f6c1d0e-5b7a-4c7e-9d53-0e8a4b1c2d3f";
        assertThat(idAfter(id)).isEqualTo(id);
        assertThat(idAfter("990206199001010018")).as("an ID number in the wrong place").hasSize(36);
        assertThat(idAfter("a\nb")).hasSize(36);
        assertThat(idAfter("x".repeat(65))).hasSize(36);
    }

    private static String idAfter(String sent) throws Exception {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Request-Id", sent);
        var response = new MockHttpServletResponse();
        new RequestIds().doFilter(request, response, new MockFilterChain());
        return Objects.requireNonNull(response.getHeader("X-Request-Id"));
    }
}
