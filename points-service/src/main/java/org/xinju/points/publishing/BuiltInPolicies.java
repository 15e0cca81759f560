package org.xinju.points.publishing;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.xinju.points.policy.PublishedPolicies;

/** The editions that come with the service. Stored by whichever replica starts first, before anything is heard or answered. */
@Component
class BuiltInPolicies implements SmartLifecycle {

    private final Policies policies;
    private volatile boolean kept;

    BuiltInPolicies(Policies policies) {
        this.policies = policies;
    }

    /** By now the topics are there. */
    @Override
    public void start() {
        PublishedPolicies.documents().forEach(policies::keep);
        kept = true;
    }

    @Override
    public void stop() {
        kept = false;
    }

    @Override
    public boolean isRunning() {
        return kept;
    }

    @Override
    public int getPhase() {
        return Policies.READY_PHASE;
    }
}
