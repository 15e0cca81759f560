package org.xinju.registry.roster;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.apache.commons.compress.archivers.zip.ZipFile;

import org.xinju.events.Rule;

/**
 * Looks through an .xlsx before it is opened, and keeps nothing: some kilobytes of zip unpack into more than there is memory, and what opens a
 * workbook keeps whole rows, all shared strings, formulas and formats. The zip and its XML are read by the libraries that open it afterwards, so that
 * both see the same.
 */
final class WorkbookLimits {

    /** A roster of 50,000 rows has about 60 MB of XML. */
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;

    /** A row, a shared string, and all that stands before the first and after the last of them. */
    private static final long LARGEST_ITEM = 8L * 1024 * 1024;
    private static final int MOST_ELEMENTS_OF_AN_ITEM = 500_000;

    private static final long LARGEST_PART_WITH_STRINGS = 32L * 1024 * 1024;
    private static final int MOST_STRINGS = 600_000;
    private static final long MOST_OF_FORMULAS = 32L * 1024 * 1024; // characters

    /** Columns end with XFD; who takes a reference beyond fills all columns before it. */
    private static final Pattern CELL = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");

    private static final XMLInputFactory XML = xml();

    private long unpacked;
    private long ofFormulas;

    private WorkbookLimits() {}

    /**
     * What is not well-formed ends the look at that part: the parser that opens it afterwards comes no further, and some parts, as old drawings of
     * comments, are never opened.
     *
     * @throws UnreadableException if it holds too much or a DTD, or is no zip
     */
    static void check(byte[] content) throws UnreadableException {
        var limits = new WorkbookLimits();
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var part = limits.new Part(zip.getInputStream(entry))) {
                    part.check();
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(e instanceof RefusedException refused ? refused.rule : RosterReader.DAMAGED, e);
        }
    }

    private static XMLInputFactory xml() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void require(boolean holds, String what) throws RefusedException {
        if (!holds) {
            throw new RefusedException(RosterReader.TOO_MUCH, what);
        }
    }

    private static final class RefusedException extends IOException {

        private final transient Rule rule;

        private RefusedException(Rule rule, String what) {
            super(what);
            this.rule = rule;
        }
    }

    /** A part of the workbook, counted while it is unpacked. */
    private final class Part extends FilterInputStream {

        private long bytes;
        private long bytesOfItem;
        private int elementsOfItem;
        private int strings;
        private int depth;
        private int formula; // the depth at which one stands; 0 outside

        private Part(InputStream packed) throws IOException {
            super(new BufferedInputStream(packed));
        }

        private void check() throws IOException {
            if (isXml()) {
                checkXml();
            } else {
                while (skip(LARGEST_ITEM) > 0) {
                    bytesOfItem = 0; // a picture or the like, which nobody opens
                }
            }
        }

        private void checkXml() throws IOException {
            try {
                for (var xml = XML.createXMLStreamReader(this); xml.hasNext();) {
                    look(xml);
                }
            } catch (XMLStreamException e) {
                if (e.getCause() instanceof RefusedException refused) { // wrapped, as the parser read on
                    throw refused;
                }
            }
        }

        /** In any encoding, with or without a byte order mark. */
        private boolean isXml() throws IOException {
            in.mark(4);
            var head = in.readNBytes(4);
            in.reset();
            var text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", ""); // of wider characters
            var plain = text.replaceAll("[\u00EF\u00BB\u00BF\u00FE\u00FF]", ""); // of which marks consist
            return plain.isBlank() ? !text.isEmpty() : plain.stripLeading().startsWith("<");
        }

        private void look(XMLStreamReader xml) throws IOException, XMLStreamException {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new RefusedException(RosterReader.DAMAGED, "a workbook has no DTD");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    element(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    formula = formula == depth ? 0 : formula;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    ofFormulas += formula > 0 ? xml.getTextLength() : 0;
                    require(ofFormulas <= MOST_OF_FORMULAS, "formulas");
                }
                default -> { /* its bytes are counted where they are read */ }
            }
        }

        private void element(XMLStreamReader xml) throws IOException {
            switch (xml.getLocalName()) {
                case "row" -> {
                    requireReference(xml, ROW);
                    nextItem(3); // below worksheet and sheetData
                }
                case "si" -> {
                    require(++strings <= MOST_STRINGS, "strings");
                    nextItem(2); // below sst
                }
                case "c" -> requireReference(xml, CELL);
                case "f" -> formula = formula == 0 ? depth : formula;
                default -> { /* nothing that would be kept by itself */ }
            }
            require(++elementsOfItem <= MOST_ELEMENTS_OF_AN_ITEM, "elements");
        }

        private static void requireReference(XMLStreamReader xml, Pattern form) throws RefusedException {
            for (var n = 0; n < xml.getAttributeCount(); n++) {
                require(!xml.getAttributeLocalName(n).equals("r") || form.matcher(xml.getAttributeValue(n)).matches(), "reference");
            }
        }

        /** Only where items belong: one inside another would hide how large that is. */
        private void nextItem(int whereItBelongs) {
            if (depth == whereItBelongs) {
                bytesOfItem = 0;
                elementsOfItem = 0;
            }
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            var read = super.read(buffer, from, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            var skipped = super.skip(most);
            count(skipped);
            return skipped;
        }

        private void count(long more) throws RefusedException {
            unpacked += more;
            bytes += more;
            bytesOfItem += more;
            require(unpacked <= MOST_UNPACKED && bytesOfItem <= LARGEST_ITEM && (strings == 0 || bytes <= LARGEST_PART_WITH_STRINGS), "bytes");
        }
    }
}
