package org.xinju.acceptance.crash;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/** What clients still have to tell. A kill with nothing under way shows nothing: until the last one, more of the same is told. */
final class Stories {

    private final Mix mix;
    private final Deque<Story> planned;
    private int begun;
    private boolean ended;

    /** @param commands planned, nearly */
    Stories(Mix mix, int commands) {
        this.mix = mix;
        this.planned = new ArrayDeque<>(mix.stories(commands));
    }

    /** @param number from 1 in the order in which they were begun */
    record Numbered(int number, Story story) {}

    /** Null when all is told and the last process has been killed. */
    synchronized @Nullable Numbered next() {
        if (planned.isEmpty() && ended) {
            return null;
        }
        begun++;
        return new Numbered(begun, planned.isEmpty() ? mix.story() : planned.removeFirst());
    }

    /** The last process was killed. */
    synchronized void end() {
        ended = true;
    }
}
