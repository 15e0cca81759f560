package org.xinju.registry.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.xinju.events.Change;
import org.xinju.events.Rule;
import org.xinju.privacy.Sealed;

/**
 * The one-time codes of a resident.
 *
 * @param resident id of the resident, and of this aggregate
 * @param issues of the last day, oldest first
 */
record BindingCodes(String resident, List<Issue> issues) {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofMinutes(1);
    static final Duration DAY = Duration.ofHours(24);
    static final int MOST_A_DAY = 5;
    static final int MOST_TRIES = 5;

    static final Rule LIMIT = Rule.conflict("binding-code-limit", "product R9: one-time code");
    static final Rule WRONG = Rule.invalid("binding-code-wrong", "product R9: one-time code");

    enum Status { OPEN, VOID, CONFIRMED }

    /** Who asks: the sign-in at its issuer. */
    record SignIn(String issuer, String subject) {}

    /**
     * A code that was sent.
     *
     * @param id by which the person who asked names it
     * @param hash keyed hash of resident, sign-in and code
     * @param wrong how many wrong codes were tried
     */
    record Issue(String id, SignIn signIn, String hash, Instant issuedAt, Instant expiresAt, int wrong, Status status) {

        Issue as(Status newStatus, int newWrong) {
            return new Issue(id, signIn, hash, issuedAt, expiresAt, newWrong, newStatus);
        }
    }

    sealed interface Event {

        /** @param code sealed for the one service that sends it, bound to the resident's id */
        record Issued(Sealed code) implements Event {}

        record Refused(int triesLeft) implements Event {}

        /** @param issuedAt of the code: when the proof was asked for */
        record Confirmed(String issuer, String subject, Instant issuedAt) implements Event {}
    }

    /** What others may know. @param expiresAt of the newest code */
    record Published(String resident, Instant expiresAt) {
        static Published of(BindingCodes codes) {
            return new Published(codes.resident, codes.issues.getLast().expiresAt());
        }
    }

    BindingCodes {
        issues = List.copyOf(issues);
    }

    static BindingCodes none(String resident) {
        return new BindingCodes(resident, List.of());
    }

    /** Sends a new code; the sign-in's earlier one is void. */
    Change<BindingCodes, Event> issue(String id, SignIn signIn, String hash, Sealed code, Instant now) {
        var ofToday = issues.stream().filter(issue -> issue.issuedAt().isAfter(now.minus(DAY))).toList();
        if (ofToday.size() >= MOST_A_DAY || ofToday.stream().anyMatch(issue -> issue.issuedAt().isAfter(now.minus(PAUSE)))) {
            return Change.rejected(LIMIT, MOST_A_DAY);
        }
        var all = new ArrayList<Issue>();
        ofToday.forEach(issue -> all.add(issue.status() == Status.OPEN && issue.signIn().equals(signIn)
                ? issue.as(Status.VOID, issue.wrong()) : issue));
        all.add(new Issue(id, signIn, hash, now, now.plus(LIFETIME), 0, Status.OPEN));
        return Change.of(new BindingCodes(resident, all), new Event.Issued(code));
    }

    /**
     * Tries a code. A wrong one is counted, so it is a change and no refusal: {@link #confirmed} tells the two apart.
     *
     * @param matches whether a hash is that of the typed code
     */
    Change<BindingCodes, Event> tryOut(String id, SignIn signIn, Predicate<String> matches, Instant now) {
        var open = issue(id, signIn).filter(issue -> issue.status() == Status.OPEN && now.isBefore(issue.expiresAt()));
        if (open.isEmpty()) {
            return Change.rejected(WRONG);
        }
        var issue = open.get();
        if (matches.test(issue.hash())) {
            return Change.of(replaced(issue, issue.as(Status.CONFIRMED, issue.wrong())),
                    new Event.Confirmed(signIn.issuer(), signIn.subject(), issue.issuedAt()));
        }
        var wrong = issue.wrong() + 1;
        return Change.of(replaced(issue, issue.as(wrong < MOST_TRIES ? Status.OPEN : Status.VOID, wrong)), new Event.Refused(MOST_TRIES - wrong));
    }

    /** The issue if its code was typed in right. */
    Optional<Issue> confirmed(String id, SignIn signIn) {
        return issue(id, signIn).filter(issue -> issue.status() == Status.CONFIRMED);
    }

    /** Ids of the issues; stored for their index. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    List<String> ids() {
        return issues.stream().map(Issue::id).toList();
    }

    private Optional<Issue> issue(String id, SignIn signIn) {
        return issues.stream().filter(issue -> issue.id().equals(id) && issue.signIn().equals(signIn)).findFirst();
    }

    private BindingCodes replaced(Issue old, Issue issue) {
        return new BindingCodes(resident, issues.stream().map(one -> one.equals(old) ? issue : one).toList());
    }
}
