package org.xinju.registry.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;

/** Reads .xls (at most 65,536 rows by its format). */
final class XlsSheets {

    private XlsSheets() {}

    static List<Sheet> read(byte[] content) throws UnreadableException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableException(RosterReader.PROTECTED);
            }
            try (var workbook = new HSSFWorkbook(files)) {
                var sheets = new ArrayList<Sheet>();
                for (var sheet : workbook) {
                    var builder = new Sheet.Builder();
                    for (var row : sheet) {
                        if (!builder.full()) {
                            builder.add(row(row));
                        }
                    }
                    sheets.add(builder.build(sheet.getSheetName()));
                }
                return sheets;
            }
        } catch (EncryptedDocumentException e) {
            throw new UnreadableException(RosterReader.PROTECTED, e);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(RosterReader.DAMAGED, e);
        }
    }

    private static RawRow row(Row row) {
        var cells = new ArrayList<RawRow.Cell>();
        for (var i = 0; i < Math.max(0, row.getLastCellNum()); i++) {
            var cell = row.getCell(i);
            cells.add(cell == null ? RawRow.Cell.EMPTY : cell(cell));
        }
        return new RawRow(row.getRowNum() + 1, cells);
    }

    private static RawRow.Cell cell(Cell cell) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> RawRow.Cell.text(cell.getStringCellValue());
            case BOOLEAN -> RawRow.Cell.text(Boolean.toString(cell.getBooleanCellValue()));
            case NUMERIC -> DateUtil.isCellDateFormatted(cell)
                    ? RawRow.Cell.date(BigDecimal.valueOf(cell.getNumericCellValue()), cell.getLocalDateTimeCellValue().toLocalDate())
                    : RawRow.Cell.number(BigDecimal.valueOf(cell.getNumericCellValue()));
            default -> RawRow.Cell.EMPTY;
        };
    }
}
