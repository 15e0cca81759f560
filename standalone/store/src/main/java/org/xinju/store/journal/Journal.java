package org.xinju.store.journal;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The log of after-images. Changes are collected in memory; the first thread that needs its own to be safe writes all that is there, and
 * the others wait for it: many writers share one write (group commit). After a failure it never takes or promises anything again.
 */
public final class Journal implements ChangeLog, AutoCloseable {

    private final boolean force;
    private final Consumer<StoreException> onFailure;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final LongAdder writes = new LongAdder();

    private LogFile file;
    private byte[] pending = new byte[1 << 16];
    private byte[] spare = new byte[1 << 16];
    private int length;
    private long appended;
    private long safe;
    private boolean writing;
    private @Nullable StoreException failure;

    /**
     * @param force     whether to wait until the disk has it, not only the operating system
     * @param onFailure told once, before any waiting writer
     */
    Journal(LogFile file, boolean force, Consumer<StoreException> onFailure) {
        this.file = file;
        this.force = force;
        this.onFailure = onFailure;
    }

    @Override
    public void append(Frame frame) {
        lock.lock();
        try {
            refuseAfterFailure();
            if (pending.length - length < frame.length()) {
                pending = java.util.Arrays.copyOf(pending, Math.max(pending.length * 2, length + frame.length()));
            }
            System.arraycopy(frame.bytes(), 0, pending, length, frame.length());
            length += frame.length();
            appended += frame.length();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void settle() {
        lock.lock();
        try {
            var mine = appended;
            while (safe < mine) {
                refuseAfterFailure();
                if (writing) {
                    written.awaitUninterruptibly();
                } else {
                    writePending();
                }
            }
            refuseAfterFailure();
        } finally {
            lock.unlock();
        }
    }

    private void writePending() {
        var bytes = pending;
        var count = length;
        var upTo = appended;
        var target = file;
        pending = spare;
        length = 0;
        writing = true;
        lock.unlock();
        @Nullable IOException failed = null;
        try {
            write(target, bytes, count);
        } catch (IOException e) {
            failed = e;
        } finally {
            lock.lock();
            writing = false;
            spare = bytes.length > 1 << 22 ? new byte[1 << 16] : bytes;
            if (failed == null) {
                safe = upTo;
            } else {
                fail("writing " + target.path().getFileName(), failed);
            }
            written.signalAll();
        }
    }

    private void write(LogFile target, byte[] bytes, int count) throws IOException {
        target.write(bytes, count);
        writes.increment();
        if (force) {
            target.force();
        }
    }

    /** All further changes go to this file; all earlier ones are safe in the old one, on the disk. */
    void switchTo(LogFile next) {
        lock.lock();
        try {
            while (writing) {
                written.awaitUninterruptibly();
            }
            refuseAfterFailure();
            write(file, pending, length);
            length = 0;
            safe = appended;
            file.force();
            file.close();
            file = next;
            written.signalAll();
        } catch (IOException e) {
            fail("writing " + file.path().getFileName(), e);
            refuseAfterFailure();
        } finally {
            lock.unlock();
        }
    }

    /** Stops the store: nothing is acknowledged any more. */
    void fail(String what, Exception cause) {
        lock.lock();
        try {
            if (failure == null) {
                failure = StoreException.storage(what, cause);
                onFailure.accept(failure);
            }
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void refuseAfterFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Bytes in the current log file. */
    public long size() {
        lock.lock();
        try {
            return file.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many writes there were; fewer than changes when writers share them. */
    public long writes() {
        return writes.sum();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            while (writing) {
                written.awaitUninterruptibly();
            }
            if (failure == null && length > 0) {
                write(file, pending, length);
                length = 0;
                safe = appended;
            }
            file.close();
        } catch (IOException e) {
            fail("closing " + file.path().getFileName(), e);
        } finally {
            lock.unlock();
        }
    }
}
