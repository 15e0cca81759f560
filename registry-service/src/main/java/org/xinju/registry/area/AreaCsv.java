package org.xinju.registry.area;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;

/**
 * Areas as a CSV file (UTF-8): {@code id,parent,level,code,name,aliases,madeUp,from,until,ranges}. An area that moved has one line per
 * placement, oldest first; aliases are separated by {@code |}, ranges by {@code ;}; dates are ISO 8601, an empty {@code until} means still.
 */
public final class AreaCsv {

    public static final Rule HEADER = Rule.invalid("area-csv-header", "product R1: CSV import and export");
    public static final Rule LINE = Rule.invalid("area-csv-line", "product R1: CSV import and export");
    public static final Rule FORMULA = Rule.invalid("area-csv-formula", "CWE-1236: what is exported must not be taken for a formula");
    public static final Rule PLACEMENTS = Rule.invalid("area-placements", "product R1: dated changes");
    public static final Rule TREE = Rule.invalid("area-tree", "product R1: a tree of any depth");

    private static final String[] COLUMNS = {"id", "parent", "level", "code", "name", "aliases", "madeUp", "from", "until", "ranges"};
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader(COLUMNS).setSkipHeaderRecord(true).get();

    /** With which spreadsheets have a formula begin; the wide ones too, where people write Chinese. */
    private static final Pattern FORMULA_SIGN = Pattern.compile("[\\s|;]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private AreaCsv() {}

    /** The areas with which a new store begins: the sub-district of Dagi, partly made up ({@code madeUp}). */
    public static List<Area> dagi() {
        try (Reader csv = new InputStreamReader(Objects.requireNonNull(AreaCsv.class.getResourceAsStream("/areas/dagi.csv")), StandardCharsets.UTF_8)) {
            return read(csv, refusal -> {
                throw new IllegalStateException("dagi.csv: " + refusal);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Areas by id, or the first refusals with their lines. */
    public static List<Area> read(Reader csv, Consumer<Rejection> refusals) {
        var areas = new LinkedHashMap<String, Area>();
        try (var parser = CSVFormat.DEFAULT.parse(csv)) {
            var records = parser.getRecords();
            if (records.isEmpty() || !Arrays.asList(records.getFirst().values()).equals(Arrays.asList(COLUMNS))) {
                refusals.accept(Rejection.of(HEADER, String.join(",", COLUMNS)).at("file"));
                return List.of();
            }
            records.stream().skip(1).forEach(line -> add(line, areas, refusals));
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            refusals.accept(Rejection.of(LINE, "?", "CSV").at("file"));
        }
        check(areas, refusals);
        return List.copyOf(areas.values());
    }

    private static void add(CSVRecord line, Map<String, Area> areas, Consumer<Rejection> refusals) {
        var formula = IntStream.range(0, Math.min(line.size(), COLUMNS.length)).filter(n -> FORMULA_SIGN.matcher(line.get(n)).matches()).findFirst();
        if (formula.isPresent()) {
            refusals.accept(Rejection.of(FORMULA, line.getRecordNumber(), COLUMNS[formula.getAsInt()]).at("line " + line.getRecordNumber()));
            return;
        }
        try {
            var parent = line.get(1).isEmpty() ? null : line.get(1);
            var until = line.get(8).isEmpty() ? null : LocalDate.parse(line.get(8));
            var placements = new ArrayList<Area.Placement>();
            var earlier = areas.get(line.get(0));
            if (earlier != null) {
                placements.addAll(earlier.placements());
            }
            placements.add(new Area.Placement(parent, LocalDate.parse(line.get(7)), until));
            if (!line.get(0).matches("[A-Za-z0-9]{1,20}") || line.get(4).isBlank()) {
                throw new IllegalArgumentException("id");
            }
            areas.put(line.get(0), new Area(line.get(0), Area.Level.valueOf(line.get(2)), line.get(3), line.get(4), list(line.get(5), "\\|"),
                    Boolean.parseBoolean(line.get(6)), placements, ranges(line.get(9))));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            refusals.accept(Rejection.of(LINE, line.getRecordNumber(), line.size() > 0 ? line.get(0) : "").at("line " + line.getRecordNumber()));
        }
    }

    private static List<AddressRange> ranges(String text) {
        return list(text, ";").stream().map(r -> AddressRange.parse(r).orElseThrow(IllegalArgumentException::new)).toList();
    }

    private static List<String> list(String text, String separator) {
        return text.isBlank() ? List.of() : Arrays.stream(text.split(separator)).map(String::strip).toList();
    }

    /** Placements do not overlap; on every day of change there is one top, every parent exists and nothing lies inside itself. */
    static void check(Map<String, Area> areas, Consumer<Rejection> refusals) {
        var days = new TreeSet<LocalDate>();
        for (var area : areas.values()) {
            for (var i = 0; i < area.placements().size(); i++) {
                var placement = area.placements().get(i);
                days.add(placement.from());
                var next = i + 1 < area.placements().size() ? area.placements().get(i + 1).from() : null;
                if (next != null && (placement.until() == null || !placement.until().isBefore(next))) {
                    refusals.accept(Rejection.of(PLACEMENTS, area.id()).at(area.id()));
                }
            }
        }
        for (var day : days) {
            var tree = new AreaTree(areas.values(), day);
            for (var area : tree.all()) {
                var parent = tree.parent(area.id());
                if (parent.isPresent() && tree.find(parent.get()).isEmpty() || insideItself(tree, area)) {
                    refusals.accept(Rejection.of(TREE, area.id(), day).at(area.id()));
                }
            }
        }
    }

    private static boolean insideItself(AreaTree tree, Area area) {
        try {
            return tree.within(area.id()).isEmpty();
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** The same file that {@link #read} takes. */
    public static String write(Collection<Area> areas) {
        var out = new StringWriter();
        try (var printer = FORMAT.builder().setSkipHeaderRecord(false).setRecordSeparator("\n").get().print(out)) {
            for (var area : areas) {
                for (var placement : area.placements()) {
                    printer.printRecord(area.id(), placement.parent(), area.level(), area.code(), area.name(), String.join("|", area.aliases()),
                            area.madeUp(), placement.from(), placement.until(),
                            area.ranges().stream().map(AddressRange::written).collect(Collectors.joining(";")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
