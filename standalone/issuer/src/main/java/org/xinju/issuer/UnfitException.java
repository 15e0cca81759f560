package org.xinju.issuer;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The issuer cannot start as things are; says what is wrong and what to do. */
final class UnfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    UnfitException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** Prints both sentences where Spring Boot would print a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnfitException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnfitException cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
