package org.xinju.store.engine;

import org.xinju.store.journal.ChangeLog;
import org.xinju.store.watch.Scans;

/** What all collections of one store share. */
final class Engine {

    private final Scans scans = new Scans();
    private volatile ChangeLog log = ChangeLog.NONE;

    Scans scans() {
        return scans;
    }

    ChangeLog log() {
        return log;
    }

    /** From now on changes are kept; what was restored before already is. */
    void keepIn(ChangeLog journal) {
        log = journal;
    }
}
