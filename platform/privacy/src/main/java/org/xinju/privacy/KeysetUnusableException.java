package org.xinju.privacy;

/** A keyset that this service needs is missing or broken, so it does not start. The message is one sentence for the operator. */
public final class KeysetUnusableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    KeysetUnusableException(String sentence) {
        super(sentence);
    }

    KeysetUnusableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
