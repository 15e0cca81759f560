package org.xinju.registry.roster;

/** What a file is by its first bytes. */
enum Format {
    /** A zip archive: a workbook since Excel 2007, if anything. */
    XLSX,
    /** An OLE2 container: a workbook of Excel 97-2003, or an encrypted newer one. */
    XLS,
    TEXT,
    OTHER;

    private static final int LOOKED_AT = 8192;

    static Format of(byte[] content) {
        if (starts(content, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        if (starts(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            return XLS;
        }
        for (var i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
            var b = content[i] & 0xff;
            if (b < 0x20 && b != '\t' && b != '\r' && b != '\n' || b == 0x7f) {
                return OTHER;
            }
        }
        return starts(content, '%', 'P', 'D', 'F') ? OTHER : TEXT;
    }

    private static boolean starts(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (var i = 0; i < magic.length; i++) {
            if ((content[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
