package org.xinju.privacy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text to bytes and back without loss. Java's {@code getBytes} turns half a surrogate pair into a question mark; two different texts would
 * then have the same bytes, which neither a seal nor an index nor an audit entry may allow.
 */
public final class WellFormed {

    private WellFormed() {}

    /**
     * The UTF-8 bytes of the text.
     *
     * @throws IllegalArgumentException if the text holds half a surrogate pair; the message does not repeat the text
     */
    public static byte[] utf8(String text) {
        try {
            var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the text is not well-formed Unicode", e);
        }
    }

    static String text(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }
}
