package org.xinju.web;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import org.xinju.events.Outcome;
import org.xinju.events.Rule;
import org.xinju.events.Stored;

/** Turns the outcome of a command into its answer: status, ETag, body rendered anew; or throws the refusal. */
public final class Answers {

    static final Rule KEY_REUSED = Rule.invalid("idempotency-key-reused", "architecture.md: another request under the same key is refused");
    static final Rule ALREADY_TAKEN = Rule.conflict("already-taken", "architecture.md: uniqueness");

    private Answers() {}

    public static <S, T> ResponseEntity<T> of(Outcome<S> outcome, Function<Stored<S>, T> view) {
        var done = done(outcome);
        return ResponseEntity.status(status(done)).eTag(etag(done.sequence())).body(view.apply(done.stored()));
    }

    /** The answer to a creation: 201 with the new resource's address. */
    public static <S, T> ResponseEntity<T> created(Outcome<S> outcome, String collectionPath, Function<Stored<S>, T> view) {
        var done = done(outcome);
        return ResponseEntity.status(status(done)).location(URI.create(collectionPath + "/" + done.stored().id())).eTag(etag(done.sequence()))
                .body(view.apply(done.stored()));
    }

    public static <S, T> ResponseEntity<T> found(Stored<S> stored, Function<Stored<S>, T> view) {
        return ResponseEntity.ok().eTag(etag(stored.sequence())).body(view.apply(stored));
    }

    /** The accepted outcome. @throws RejectedException for every refusal */
    public static <S> Outcome.Done<S> done(Outcome<S> outcome) {
        return switch (outcome) {
            case Outcome.Done<S> done -> done;
            case Outcome.Rejected<S>(var rejection) -> throw new RejectedException(List.of(rejection));
            case Outcome.Stale<S>(var current) -> throw new StaleException(current.sequence());
            case Outcome.KeyReused<S> _ -> throw RejectedException.of(KEY_REUSED);
            case Outcome.Taken<S> _ -> throw RejectedException.of(ALREADY_TAKEN);
        };
    }

    private static int status(Outcome.Done<?> done) {
        return done.effect() == Outcome.Effect.UNCHANGED || done.status() == 0 ? HttpStatus.OK.value() : done.status();
    }

    static String etag(long sequence) {
        return "\"" + sequence + "\"";
    }
}
