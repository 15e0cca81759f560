package org.xinju.privacy.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

import org.xinju.privacy.WellFormed;

/** Bytes for hashing: texts as length and UTF-8, lists as size and elements, numbers as eight bytes, big-endian. */
final class Canonical {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    Canonical add(String text) {
        var utf8 = WellFormed.utf8(text);
        add(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    Canonical add(List<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
        return this;
    }

    Canonical add(long number) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
