package org.xinju.notification.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Stored;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.Messages;
import org.xinju.notification.message.Positions;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.OwnRecipients;
import org.xinju.notification.recipient.Recipient;
import org.xinju.web.Caller;

/** One open stream with a thread of its own, so that a slow client makes nobody else wait. */
final class Stream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST_WAITING = 200;
    private static final int MOST_UNREAD = 100;

    /** Something to be told. @param read whether a message was read, else that it has come */
    private record Hint(String id, boolean read) {}

    /** The connection to the client. */
    interface Outlet {

        /** @param id from which the client continues; null: it keeps the one it has */
        void send(String name, @Nullable String id, Object data) throws IOException;

        /** Keeps the connection open through everything that closes idle ones. */
        void beat() throws IOException;

        void close();
    }

    private final BlockingQueue<Hint> hints = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Outlet outlet;
    private final Caller caller;
    private final List<Recipient> recipients;
    private final Language language;
    private final Items items;
    private final Messages messages;
    private final OwnRecipients own;
    private volatile boolean ended;

    Stream(Outlet outlet, Caller caller, List<Recipient> recipients, Language language, Items items, Messages messages,
            OwnRecipients own) {
        this.outlet = outlet;
        this.caller = caller;
        this.recipients = recipients;
        this.language = language;
        this.items = items;
        this.messages = messages;
        this.own = own;
    }

    boolean isFor(Recipient recipient) {
        return recipients.contains(recipient);
    }

    /** A client that does not keep up is let go: it comes back and continues after the last event it has. */
    void tell(String id, boolean read) {
        if (!hints.offer(new Hint(id, read))) {
            end();
        }
    }

    void begin(String after, int missedAtMost) {
        Thread.ofVirtual().name("inbox-stream").start(() -> run(after, missedAtMost));
    }

    void end() {
        ended = true;
        outlet.close();
    }

    private void run(String after, int missedAtMost) {
        try {
            outlet.send("ready", null, Map.of("unread", items.unread(recipients, MOST_UNREAD)));
            resume(after, missedAtMost);
            while (!ended) {
                var hint = hints.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (hint == null) {
                    outlet.beat();
                } else {
                    pass(hint);
                }
            }
        } catch (IOException | IllegalStateException e) {
            end(); // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            end(); // the store is away: the client comes back later
        }
    }

    private void resume(String after, int missedAtMost) throws IOException {
        var from = Positions.before(after);
        if (from.isEmpty()) {
            return;
        }
        var missed = items.newest(recipients, "", from, missedAtMost + 1);
        if (missed.size() > missedAtMost) {
            outlet.send("reload", null, Map.of());
            return;
        }
        for (var message : missed.reversed()) {
            if (!message.state().position().equals(after)) {
                send(message);
            }
        }
    }

    /** Whether the caller still stands for the recipient is asked each time: a binding may have been released meanwhile. */
    private void pass(Hint hint) throws IOException {
        var message = messages.find(hint.id());
        if (message.isEmpty() || !own.owns(caller, message.get().state().recipient())) {
            return;
        }
        if (hint.read()) {
            outlet.send("read", null, Map.of("id", hint.id(), "unread", items.unread(recipients, MOST_UNREAD)));
        } else {
            send(message.get());
        }
    }

    private void send(Stored<Message> message) throws IOException {
        outlet.send("message", message.state().position(), items.shown(message, language));
    }
}
