package org.xinju.registry.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A row of numbers that follows from a seed, a purpose and an index: SplitMix64 (Steele, Lea, Flood 2014). Each purpose has a row of its own, so a new
 * draw for one does not change the others.
 */
final class Draws {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draws(long seed, String purpose, int index) {
        state = mix(mix(mix(seed) + purpose.hashCode()) + index * GAMMA);
    }

    /** 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    boolean chance(int perMille) {
        return below(1000) < perMille;
    }

    /** The last day where the first is after it. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.isAfter(last) ? last : first.plusDays(below((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    /** Late days more often: half of them fall into the last fifth. */
    LocalDate lateDay(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            return last;
        }
        var days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        return last.minusDays((long) below(days) * below(1 << 20) >> 20);
    }

    /** Small numbers more often, as sizes of enterprises are: the chance to be below {@code n} is the root of {@code n / bound}. */
    int mostlySmall(int bound) {
        var u = (long) below(1 << 20);
        return (int) ((bound * u >> 10) * u >> 30);
    }

    String pick(List<String> choice) {
        return choice.get(below(choice.size()));
    }

    private long next() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long z) {
        var y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        var x = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }
}
