package org.xinju.grid.population;

/**
 * The people of one area of the lowest known level, as last counted; its id is the area's.
 *
 * @param registered registered and present
 * @param pending waiting to be confirmed
 */
public record Population(int registered, int pending) {

    /** Fewer than this could point at a person and are not told to everybody. */
    static final int FEW = 5;

    static final Population NONE = new Population(0, 0);

    /** What happens to a population. */
    sealed interface PopulationEvent {

        /** It was counted and had changed. */
        record Counted() implements PopulationEvent {}
    }

    Population plus(Population other) {
        return new Population(registered + other.registered, pending + other.pending);
    }

    static boolean isFew(int number) {
        return number > 0 && number < FEW;
    }

    /** Without the numbers that are too small to be told to everybody. */
    Population tellable() {
        return new Population(isFew(registered) ? 0 : registered, isFew(pending) ? 0 : pending);
    }

    /** As everybody may read it: {@code 623}, {@code <5} or {@code 0}. */
    static String told(int number) {
        return isFew(number) ? "<" + FEW : Integer.toString(number);
    }
}
