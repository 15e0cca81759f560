package org.xinju.privacy;

/**
 * A sealed value cannot be opened: it was edited, belongs to another field or another subject, or its key has been retired. The message
 * names the field class and the subject, never a content.
 */
public final class SealBrokenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SealBrokenException(FieldClass field, String subject, Throwable cause) {
        super("The sealed %s of %s cannot be opened: edited, of another field or subject, or its key is retired".formatted(field, subject),
                cause);
    }
}
