package org.xinju.registry.roster;

/** How much of a file is kept in memory, over all its sheets. */
final class Extent {

    /** Fifty thousand people in thirty columns. */
    static final int MOST_CELLS = 1_500_000;
    private static final long MOST_CHARACTERS = 20_000_000;

    private long cells;
    private long characters;

    /** @throws UnreadableException if it would be too much with this row */
    void add(RawRow row) throws UnreadableException {
        cells += row.cells().size();
        characters += row.cells().stream().mapToLong(cell -> cell.text().length()).sum();
        if (cells > MOST_CELLS || characters > MOST_CHARACTERS) {
            throw new UnreadableException(RosterReader.TOO_MUCH);
        }
    }
}
