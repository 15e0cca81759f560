package org.xinju.gateway;

import java.util.function.Predicate;

import org.springframework.web.server.ResponseStatusException;

import org.xinju.gateway.replica.LeftOutException;

/** Failures that a circuit breaker overlooks: what the client did wrong, and one sick replica among others. A time-out counts. */
public final class NotTheService implements Predicate<Throwable> {

    /** Made by the circuit breakers' configuration. */
    public NotTheService() {}

    @Override
    public boolean test(Throwable failure) {
        return failure instanceof LeftOutException || failure instanceof ResponseStatusException known && known.getStatusCode().is4xxClientError();
    }
}
