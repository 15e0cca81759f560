package org.xinju.registry.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import org.xinju.events.Change;
import org.xinju.privacy.Sealed;
import org.xinju.registry.signin.BindingCodes.Event;
import org.xinju.registry.signin.BindingCodes.SignIn;

import static org.assertj.core.api.Assertions.assertThat;

class BindingCodesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final SignIn MEI = new SignIn("https://issuer", "mei");
    private static final SignIn STRANGER = new SignIn("https://issuer", "stranger");
    private static final Sealed CODE = new Sealed("c2VhbGVk");
    private static final Predicate<String> RIGHT = "hash"::equals;
    private static final Predicate<String> NOT_RIGHT = _ -> false;

    private static BindingCodes issued(BindingCodes codes, String id, SignIn signIn, Instant at) {
        return accepted(codes.issue(id, signIn, "hash", CODE, at)).state();
    }

    private static Change.Accepted<BindingCodes, Event> accepted(Change<BindingCodes, Event> change) {
        assertThat(change).isInstanceOf(Change.Accepted.class);
        return (Change.Accepted<BindingCodes, Event>) change;
    }

    private static void refused(Change<BindingCodes, Event> change) {
        assertThat(change).isInstanceOf(Change.Rejected.class);
    }

    @Test
    void the_right_code_confirms_once_and_names_its_proof() {
        var codes = issued(BindingCodes.none("r"), "a", MEI, NOON);
        var confirmed = accepted(codes.tryOut("a", MEI, RIGHT, NOON.plusSeconds(30)));
        assertThat(confirmed.events()).containsExactly(new Event.Confirmed("https://issuer", "mei", NOON));
        assertThat(confirmed.state().confirmed("a", MEI)).isPresent();
        refused(confirmed.state().tryOut("a", MEI, RIGHT, NOON.plusSeconds(40)));
    }

    @Test
    void a_code_serves_only_the_sign_in_that_asked_for_it() {
        refused(issued(BindingCodes.none("r"), "a", MEI, NOON).tryOut("a", STRANGER, RIGHT, NOON.plusSeconds(30)));
    }

    @Test
    void after_ten_minutes_it_is_no_code_any_more() {
        var codes = issued(BindingCodes.none("r"), "a", MEI, NOON);
        accepted(codes.tryOut("a", MEI, RIGHT, NOON.plus(BindingCodes.LIFETIME).minusMillis(1)));
        refused(codes.tryOut("a", MEI, RIGHT, NOON.plus(BindingCodes.LIFETIME)));
    }

    @Test
    void five_wrong_codes_void_it_and_the_right_one_comes_too_late() {
        var codes = issued(BindingCodes.none("r"), "a", MEI, NOON);
        for (var left = BindingCodes.MOST_TRIES - 1; left >= 0; left--) {
            var tried = accepted(codes.tryOut("a", MEI, NOT_RIGHT, NOON.plusSeconds(10)));
            assertThat(tried.events()).containsExactly(new Event.Refused(left));
            codes = tried.state();
        }
        refused(codes.tryOut("a", MEI, RIGHT, NOON.plusSeconds(20)));
    }

    @Test
    void a_newer_code_voids_the_older_of_the_same_sign_in() {
        var codes = issued(issued(BindingCodes.none("r"), "a", MEI, NOON), "b", MEI, NOON.plusSeconds(61));
        refused(codes.tryOut("a", MEI, RIGHT, NOON.plusSeconds(70)));
        accepted(codes.tryOut("b", MEI, RIGHT, NOON.plusSeconds(70)));
    }

    @Test
    void a_stranger_who_asks_too_does_not_void_it() {
        var codes = issued(issued(BindingCodes.none("r"), "a", MEI, NOON), "b", STRANGER, NOON.plusSeconds(61));
        accepted(codes.tryOut("a", MEI, RIGHT, NOON.plusSeconds(70)));
    }

    @Test
    void one_a_minute_and_five_in_twenty_four_hours() {
        var codes = issued(BindingCodes.none("r"), "0", MEI, NOON);
        refused(codes.issue("x", MEI, "hash", CODE, NOON.plusSeconds(59)));
        for (var i = 1; i < BindingCodes.MOST_A_DAY; i++) {
            codes = issued(codes, "" + i, MEI, NOON.plus(Duration.ofHours(i)));
        }
        refused(codes.issue("x", STRANGER, "hash", CODE, NOON.plus(Duration.ofHours(9))));
        var next = issued(codes, "x", MEI, NOON.plus(BindingCodes.DAY));
        assertThat(next.ids()).as("what is a day old is gone").containsExactly("1", "2", "3", "4", "x");
    }
}
