package org.xinju.events;

import org.springframework.boot.ExitCodeGenerator;

/** The store cannot do what is asked of it; trying again is of no use. */
final class StoreTooOldException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;
    private static final int CONFIGURATION_ERROR = 78; // EX_CONFIG of sysexits.h

    StoreTooOldException(String message) {
        super(message);
    }

    @Override
    public int getExitCode() {
        return CONFIGURATION_ERROR;
    }
}
