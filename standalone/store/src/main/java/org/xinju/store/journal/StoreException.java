package org.xinju.store.journal;

import org.jspecify.annotations.Nullable;

/** The store cannot go on. The message is a sentence for the operator. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, as an exit code of the process. */
    public enum Reason {
        /** The folder is in use, damaged, or of another version. */
        FOLDER(3),
        /** Full disk or an input/output error. */
        STORAGE(4);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Reason reason;

    public StoreException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static StoreException folder(String sentence) {
        return new StoreException(Reason.FOLDER, sentence, null);
    }

    static StoreException storage(String what, Exception cause) {
        return new StoreException(Reason.STORAGE, "The store stops: " + what + " failed (" + cause.getMessage() + ").", cause);
    }
}
