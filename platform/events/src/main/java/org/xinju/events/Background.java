package org.xinju.events;

/**
 * Work that follows from what was accepted gives way to people who wait for an answer. It is marked by the lowest priority of its threads; how much that
 * counts is for whoever starts the process to say, and a JVM that is told nothing ignores it.
 */
public final class Background {

    /** Of the threads that nobody waits for. */
    public static final int PRIORITY = Thread.MIN_PRIORITY;

    private Background() {}
}
