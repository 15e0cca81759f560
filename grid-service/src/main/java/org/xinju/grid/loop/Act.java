package org.xinju.grid.loop;

/** What is done to a case. The code knows what each does to its contents; when, by whom and what it leads to is data. */
public enum Act {
    ACCEPT, REJECT, WITHDRAW, DISPATCH, RETURN, HANDLE, FEED_BACK, VERIFY, FAIL, CLOSE, RATE, REOPEN, ASK_EXTENSION, APPROVE_EXTENSION,
    REFUSE_EXTENSION;

    /** Whether it leads back, so that a case could go round for ever. */
    public boolean repeats() {
        return this == DISPATCH || this == RETURN || this == FAIL || this == REOPEN;
    }
}
