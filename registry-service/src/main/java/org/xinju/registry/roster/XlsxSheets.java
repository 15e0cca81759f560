package org.xinju.registry.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads .xlsx row by row, so a large roster takes little memory. The library reads XML without DTDs and external entities. */
final class XlsxSheets {

    private static final int MOST_SHEETS = 50;
    private static final int MOST_COLUMNS = 200;
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i)[ymd年月日]");

    private XlsxSheets() {}

    static List<Sheet> read(byte[] content) throws UnreadableException {
        WorkbookLimits.check(content);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false))) {
            var extent = new Extent();
            var sheets = new ArrayList<Sheet>();
            for (var sheet : workbook.getSheets().limit(MOST_SHEETS).toList()) {
                var builder = new Sheet.Builder(extent);
                try (var rows = sheet.openStream()) {
                    for (var row = rows.iterator(); row.hasNext() && !builder.full();) {
                        builder.add(row(row.next()));
                    }
                }
                sheets.add(builder.build(sheet.getName()));
            }
            return sheets;
        } catch (IOException | RuntimeException e) {
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
