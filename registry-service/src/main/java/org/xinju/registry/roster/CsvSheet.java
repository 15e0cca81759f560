package org.xinju.registry.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.csv.CSVFormat;

/** Reads text tables as offices export them: UTF-8 with or without a byte order mark, or GBK (read as its superset GB 18030). */
final class CsvSheet {

    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '，');
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvSheet() {}

    static Sheet read(byte[] content) throws UnreadableException {
        var text = decode(content);
        var separator = separator(text);
        if (text.chars().filter(c -> c == separator).count() > Extent.MOST_CELLS) { // they may all be of one line
            throw new UnreadableException(RosterReader.TOO_MUCH);
        }
        var builder = new Sheet.Builder(new Extent());
        try (var parser = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).setIgnoreSurroundingSpaces(true).get()
                .parse(new StringReader(text))) {
            for (var line : parser) {
                if (!builder.full()) {
                    builder.add(new RawRow((int) line.getRecordNumber(), line.stream().map(RawRow.Cell::text).toList()));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new UnreadableException(RosterReader.DAMAGED, e);
        }
        return builder.build("");
    }

    /** Strict: bytes that are neither valid UTF-8 nor valid GB 18030 are no text. */
    private static String decode(byte[] content) throws UnreadableException {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                var text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content)).toString();
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            } catch (CharacterCodingException _) {
                // the next charset
            }
        }
        throw new UnreadableException(RosterReader.NOT_A_TABLE);
    }

    /** The one that stands most often in the first lines. */
    private static char separator(String text) {
        var head = text.lines().limit(20).toList();
        return SEPARATORS.stream().max(Comparator.comparingLong(
                separator -> head.stream().mapToLong(line -> line.chars().filter(c -> c == separator).count()).sum())).orElse(',');
    }
}
