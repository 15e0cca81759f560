package org.xinju.acceptance;

import java.util.List;
import java.util.Optional;

/** One row of the quality bars, measured. A new row is one class and one line in {@link BenchMain}. */
interface Bench {

    /**
     * One figure.
     *
     * @param bar what the row must reach, as published
     */
    record Figure(String row, String what, String figure, String bar) {}

    /** Number of the row, for example {@code 8}. */
    String row();

    /** What the small version needs, said before it starts. */
    String title();

    /** What this machine lacks for it, as a sentence that says how to get it. */
    default Optional<String> lacks() {
        return Optional.empty();
    }

    List<Figure> measure() throws Exception;
}
