package org.xinju.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine on which something is measured. Virtual machines of one kind differ by a factor of two from one hour to the next, for the most part in what a
 * read of memory takes that no cache holds; so that is told beside the figures.
 */
final class Machine {

    private static final int CELLS = 1 << 24; // 64 MiB, more than caches hold
    private static final int READS = 2_000_000;

    private final double nanosBefore = nanosPerRead();

    /** Cores, processor, and the nanoseconds of a read when this was made and now. */
    String described() throws IOException {
        return "%d cores (%s; a random read of memory took %.0f ns before it and %.0f ns after it)".formatted(Runtime.getRuntime().availableProcessors(), processor(),
                nanosBefore, nanosPerRead());
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(l -> l.startsWith("model name")).findFirst()
                .map(l -> l.substring(l.indexOf(':') + 1).strip()).orElse("unknown");
    }

    /** Each cell names the next one; the way through all of them (a linear congruential generator of full period) is none that a processor foresees. */
    private static double nanosPerRead() {
        var next = new int[CELLS];
        for (var cell = 0; cell < CELLS; cell++) {
            next[cell] = cell * 1_664_525 + 1_013_904_223 & CELLS - 1;
        }
        var at = walk(next, 0); // compiled by then
        var start = System.nanoTime();
        at = walk(next, at);
        var nanos = (double) (System.nanoTime() - start) / READS;
        return at < 0 ? 0 : nanos; // the way is walked for its end
    }

    private static int walk(int[] next, int from) {
        var at = from;
        for (var read = 0; read < READS; read++) {
            at = next[at];
        }
        return at;
    }
}
