package org.xinju.registry.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.registry.roster.RosterFile.NotARoster;
import org.xinju.registry.roster.RosterFile.Roster;

/** Finds the roster in an uploaded file. What the file is, its content says, never its name. */
final class RosterReader {

    static final Rule EMPTY = Rule.invalid("roster-empty", "product R7");
    static final Rule TOO_LARGE = Rule.invalid("roster-too-large", "product R7: 20 MiB");
    static final Rule TOO_MUCH = Rule.invalid("roster-too-much", "CWE-409: a small file must not unpack into more than there is memory");
    static final Rule TOO_MANY_ROWS = Rule.invalid("roster-too-many-rows", "quality bar 8: 50,000 rows");
    static final Rule DAMAGED = Rule.invalid("roster-damaged", "product R7");
    static final Rule PROTECTED = Rule.invalid("roster-password", "product R7");
    static final Rule NOT_A_TABLE = Rule.invalid("roster-not-a-table", "product R7: .xlsx, .xls, .csv");
    static final Rule NO_HEADER = Rule.invalid("roster-no-header", "product R7");
    static final Rule COLUMN_MISSING = Rule.invalid("roster-column-missing", "Zhejiang residence regulation art. 8");
    static final Rule NO_ROWS = Rule.invalid("roster-no-rows", "product R7");

    static final int MOST_BYTES = 20 * 1024 * 1024;
    static final int MOST_PEOPLE = 50_000;

    private RosterReader() {}

    static RosterFile read(byte[] content) {
        if (content.length == 0) {
            return refused(EMPTY);
        }
        if (content.length > MOST_BYTES) {
            return refused(TOO_LARGE, MOST_BYTES / 1024 / 1024);
        }
        try {
            return roster(sheets(content));
        } catch (UnreadableException e) {
            return refused(e.rule());
        }
    }

    private static List<Sheet> sheets(byte[] content) throws UnreadableException {
        return switch (Format.of(content)) {
            case XLSX -> XlsxSheets.read(content);
            case XLS -> XlsSheets.read(content);
            case TEXT -> List.of(CsvSheet.read(content));
            case OTHER -> throw new UnreadableException(NOT_A_TABLE);
        };
    }

    private static RosterFile roster(List<Sheet> sheets) {
        var ignored = new ArrayList<String>();
        Optional<Found> found = Optional.empty();
        for (var sheet : sheets) {
            var header = found.isPresent() ? Optional.<Header>empty() : Header.find(sheet.rows());
            if (header.isPresent()) {
                found = Optional.of(new Found(sheet, header.get()));
            } else {
                ignored.add(sheet.name());
            }
        }
        return found.map(f -> f.roster(ignored)).orElseGet(() -> refused(NO_HEADER));
    }

    private record Found(Sheet sheet, Header header) {

        RosterFile roster(List<String> ignored) {
            var missing = header.missing();
            if (!missing.isEmpty()) {
                return refused(COLUMN_MISSING, String.join("、", missing));
            }
            var rows = sheet.rows().subList(header.position() + 1, sheet.rows().size());
            if (rows.isEmpty()) {
                return refused(NO_ROWS);
            }
            return rows.size() > MOST_PEOPLE ? refused(TOO_MANY_ROWS, MOST_PEOPLE) : new Roster(sheet.name(), header.columns(), rows, ignored);
        }
    }

    private static RosterFile refused(Rule rule, Object... arguments) {
        return new NotARoster(Rejection.of(rule, arguments));
    }
}
