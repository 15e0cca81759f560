package org.xinju.privacy.access;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the verifier found.
 *
 * @param chains how many chains have entries
 * @param entries how many entries there are
 * @param breaks the first broken link of every chain that has one
 * @param heads how far each sound chain reaches: keep them elsewhere and give them to the next run
 */
public record AccessReport(long chains, long entries, List<Break> breaks, List<ChainHead> heads) {

    /** What is wrong with a link. */
    public enum Kind {
        /** The content is not what was hashed: edited, or written by somebody without the key. */
        EDITED,
        /** An entry is gone from the middle. */
        DELETED,
        /** An entry that the log did not write, or a copy of one that it did. */
        INSERTED,
        /** An entry of the log in the place of another. */
        MOVED,
        /** A genuine entry that does not continue the one before, or another than the known head: two chains were mixed. */
        FORKED,
        /** A known head lies behind the last entry: the end is gone, or the whole chain. */
        CUT_OFF
    }

    /**
     * @param number number of the entry that is wrong or missing
     * @param id id of the document, of the missing one too
     */
    public record Break(Kind kind, String chain, long number, String id) {

        @Override
        public String toString() {
            return "%s: entry %d of chain %s (_id %s)".formatted(kind, number, chain, id);
        }
    }

    public AccessReport {
        breaks = List.copyOf(breaks);
        heads = List.copyOf(heads);
    }

    public boolean intact() {
        return breaks.isEmpty();
    }

    /** The report for an operator: one line in sum and one for each broken chain. */
    public String words() {
        var sum = "%d entries in %d chains, %s".formatted(entries, chains, intact() ? "all sound" : "broken at:");
        return breaks.stream().map(broken -> "\n" + broken).collect(Collectors.joining("", sum, ""));
    }
}
