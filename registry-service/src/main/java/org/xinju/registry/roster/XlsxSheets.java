package org.xinju.registry.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads .xlsx row by row, so a large roster takes little memory. The library reads XML without DTDs and external entities. */
final class XlsxSheets {

    /** A roster of 50,000 rows has about 60 MB of XML; more than this, or a thousandfold packing, is an attack or an accident. */
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;

    private static final int MOST_SHEETS = 50;
    private static final int MOST_COLUMNS = 200;
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i)[ymd年月日]");

    private XlsxSheets() {}

    static List<Sheet> read(byte[] content) throws UnreadableException {
        checkUnpackedSize(content);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false))) {
            var sheets = new ArrayList<Sheet>();
            for (var sheet : workbook.getSheets().limit(MOST_SHEETS).toList()) {
                var builder = new Sheet.Builder();
                try (var rows = sheet.openStream()) {
                    rows.takeWhile(_ -> !builder.full()).forEach(row -> builder.add(row(row)));
                }
                sheets.add(builder.build(sheet.getName()));
            }
            return sheets;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(RosterReader.DAMAGED, e);
        }
    }

    private static void checkUnpackedSize(byte[] content) throws UnreadableException {
        var buffer = new byte[64 * 1024];
        var total = 0L;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (int n; (n = zip.read(buffer)) > 0;) {
                    total += n;
                    if (total > MOST_UNPACKED) {
                        throw new UnreadableException(RosterReader.TOO_LARGE);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException(RosterReader.DAMAGED, e);
        }
    }

    private static RawRow row(Row row) {
        var cells = new ArrayList<RawRow.Cell>();
        for (var i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            var cell = row.getCell(i);
            cells.add(cell == null ? RawRow.Cell.EMPTY : cell(cell));
        }
        return new RawRow(row.getRowNum(), cells);
    }

    private static RawRow.Cell cell(Cell cell) {
        if (cell.getType() != CellType.NUMBER || !(cell.getValue() instanceof BigDecimal number)) {
            return RawRow.Cell.text(cell.getText() == null ? "" : cell.getText());
        }
        var format = cell.getDataFormatString();
        return format != null && DATE_FORMAT.matcher(format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "")).find()
                ? RawRow.Cell.date(number, date(cell).toLocalDate()) : RawRow.Cell.number(number);
    }

    /** The library knows which of the two date systems of Excel the workbook uses. */
    private static LocalDateTime date(Cell cell) {
        return cell.asDate();
    }
}
