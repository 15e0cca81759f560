package org.xinju.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a missing or broken keyset into one sentence at the start, without a stack trace. */
final class KeysetFailureAnalyzer extends AbstractFailureAnalyzer<KeysetUnusableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysetUnusableException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
