package org.xinju.events;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** One sentence at the start, without a stack trace. */
final class StoreTooOldFailureAnalyzer extends AbstractFailureAnalyzer<StoreTooOldException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StoreTooOldException cause) {
        return new FailureAnalysis(cause.getMessage(), "Let XINJU_MONGODB_URI name a newer one.", cause);
    }
}
