package org.xinju.registry.area;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * House numbers that belong to a grid, as written in the CSV: {@code 1-40号}, {@code 员工宿舍 1-20幢}, {@code 长江路 1-99号单}.
 *
 * @param street road or estate inside the community; empty: numbers that stand right after the community's name
 * @param unit 号, 幢 or 号楼
 */
public record AddressRange(String street, int from, int to, String unit, Parity parity) {

    /** Which side of a road. */
    public enum Parity { ALL, ODD, EVEN }

    private static final Pattern WRITTEN = Pattern.compile("(?:(\\S+) )?(\\d{1,5})-(\\d{1,5})(号楼|幢|号)(单|双)?");

    /** Empty when the text is no range. */
    static Optional<AddressRange> parse(String text) {
        var m = WRITTEN.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        var parity = m.group(5) == null ? Parity.ALL : m.group(5).equals("单") ? Parity.ODD : Parity.EVEN;
        var range = new AddressRange(m.group(1) == null ? "" : m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)),
                m.group(4), parity);
        return range.from <= range.to ? Optional.of(range) : Optional.empty();
    }

    boolean contains(String askedStreet, int number, String askedUnit) {
        return street.equals(askedStreet) && unit.equals(askedUnit) && number >= from && number <= to
                && (parity == Parity.ALL || (number % 2 == 1) == (parity == Parity.ODD));
    }

    /** As in the CSV. */
    String written() {
        var side = switch (parity) {
            case ALL -> "";
            case ODD -> "单";
            case EVEN -> "双";
        };
        return (street.isEmpty() ? "" : street + " ") + from + "-" + to + unit + side;
    }
}
