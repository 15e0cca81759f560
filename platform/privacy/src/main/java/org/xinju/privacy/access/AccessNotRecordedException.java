package org.xinju.privacy.access;

import org.jspecify.annotations.Nullable;

/**
 * The access could not be written down in time, so the data must not be shown (answered as 503: the caller may try again). The entry may
 * still be written later; then the log tells of a look that was refused, never the other way round.
 */
public final class AccessNotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccessNotRecordedException(String reason, @Nullable Throwable cause) {
        super("The access is not recorded: " + reason, cause);
    }
}
