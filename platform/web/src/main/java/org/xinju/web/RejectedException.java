package org.xinju.web;

import java.util.List;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;

/** A refusal on its way to the client: one rejection or one per wrong field. */
public final class RejectedException extends RuntimeException {

    private final transient List<Rejection> rejections;

    public RejectedException(List<Rejection> rejections) {
        super(rejections.getFirst().rule().code());
        this.rejections = List.copyOf(rejections);
    }

    public static RejectedException of(Rule rule, Object... arguments) {
        return new RejectedException(List.of(Rejection.of(rule, arguments)));
    }

    public List<Rejection> rejections() {
        return rejections;
    }
}
