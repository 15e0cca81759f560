package org.xinju.registry.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.util.LittleEndian;
import org.apache.poi.util.LittleEndianConsts;
import org.apache.poi.util.LittleEndianInputStream;

/** Reads .xls (at most 65,536 rows by its format). */
final class XlsSheets {

    /** Of a format that is read as a whole, less than of others: fifty thousand people in twelve columns. */
    private static final int MOST_CELLS = 600_000;
    private static final int MOST_STRINGS = 400_000;

    private XlsSheets() {}

    static List<Sheet> read(byte[] content) throws UnreadableException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableException(RosterReader.PROTECTED);
            }
            checkRecords(files.getRoot());
            try (var workbook = new HSSFWorkbook(files)) {
                var extent = new Extent();
                var sheets = new ArrayList<Sheet>();
                for (var sheet : workbook) {
                    var builder = new Sheet.Builder(extent);
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

    /** What opens the workbook keeps an object for every cell and every string, so they are counted before: type, length and content, one by one. */
    private static void checkRecords(DirectoryNode root) throws IOException, UnreadableException {
        var cells = 0L;
        var strings = 0L;
        try (var records = new LittleEndianInputStream(root.createDocumentInputStream(HSSFWorkbook.getWorkbookDirEntryName(root)))) {
            while (records.available() >= 2 * LittleEndianConsts.SHORT_SIZE) {
                var type = records.readUShort();
                var content = new byte[Math.min(records.readUShort(), records.available())];
                records.readFully(content);
                switch (type) {
                    case MulRKRecord.sid -> cells += content.length / 6; // a format and a number for each
                    case MulBlankRecord.sid -> cells += content.length / 2; // a format for each
                    case LabelSSTRecord.sid, LabelRecord.sid, NumberRecord.sid, RKRecord.sid, BlankRecord.sid, BoolErrRecord.sid, FormulaRecord.sid -> cells++;
                    case SSTRecord.sid -> strings += content.length < 8 ? 0 : LittleEndian.getUInt(content, 4);
                    default -> { /* no cells, no strings */ }
                }
            }
        }
        if (cells > MOST_CELLS || strings > MOST_STRINGS) {
            throw new UnreadableException(RosterReader.TOO_MUCH);
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
