package org.xinju.points.account;

import java.util.List;

/** A closed page of a ledger: immutable, and always the same for the same ledger, however often it is closed. */
public record Page(Opening opening, List<Entry> entries) {

    public Page {
        entries = List.copyOf(entries);
    }

    public int number() {
        return opening.page();
    }
}
