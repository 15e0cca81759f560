package org.xinju.notification.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.xinju.events.Broadcast;
import org.xinju.events.Received;
import org.xinju.notification.message.Messages;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Language;
import org.xinju.notification.recipient.OwnRecipients;
import org.xinju.notification.recipient.Recipient;
import org.xinju.web.Caller;

/**
 * The open streams of this replica. Every replica hears of every message, whichever wrote it; the event is only a hint, the message itself is read
 * from the store. Streams end after a while, and at shutdown before the server waits for its requests; clients come back with the id of the last
 * event.
 */
@Component
class Streams implements SmartLifecycle {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final int MISSED_AT_MOST = 100;

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Items items;
    private final Messages messages;
    private final OwnRecipients own;
    private volatile boolean running;

    Streams(Items items, Messages messages, OwnRecipients own, MeterRegistry meters) {
        this.items = items;
        this.messages = messages;
        this.own = own;
        meters.gaugeCollectionSize("xinju.inbox.streams", List.of(), open);
    }

    @Configuration(proxyBeanMethods = false)
    static class Hearing {

        @Bean
        Broadcast inboxPush(Streams streams) {
            return Broadcast.of("notification.push", "notification.messages", streams::heard);
        }
    }

    private record Connection(SseEmitter emitter) implements Stream.Outlet {

        @Override
        public void send(String name, @Nullable String id, Object data) throws IOException {
            var event = SseEmitter.event().name(name).data(data);
            emitter.send(id == null ? event : event.id(id));
        }

        @Override
        public void beat() throws IOException {
            emitter.send(SseEmitter.event().comment("still here"));
        }

        @Override
        public void close() {
            emitter.complete();
        }
    }

    /** What is read of a message's event. */
    record Heard(Recipient recipient, ChannelName channel) {}

    /** @param after position of the last event that the client knows; empty: none */
    SseEmitter open(Caller caller, List<Recipient> recipients, Language language, String after) {
        var emitter = new SseEmitter(LIFETIME.toMillis());
        var stream = new Stream(new Connection(emitter), caller, recipients, language, items, messages, own);
        emitter.onCompletion(() -> close(stream));
        emitter.onTimeout(() -> close(stream));
        emitter.onError(_ -> close(stream));
        open.add(stream); // before the store is read: what comes meanwhile waits in the stream
        stream.begin(after, MISSED_AT_MOST);
        if (!running) {
            close(stream);
        }
        return emitter;
    }

    private void close(Stream stream) {
        open.remove(stream);
        stream.end();
    }

    void heard(Received event) {
        var heard = event.state(Heard.class);
        if (heard.channel() == ChannelName.INBOX) {
            var read = event.type().endsWith(".read.v1");
            open.stream().filter(stream -> stream.isFor(heard.recipient())).forEach(stream -> stream.tell(event.subject(), read));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        List.copyOf(open).forEach(this::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
