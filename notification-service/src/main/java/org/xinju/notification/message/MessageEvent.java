package org.xinju.notification.message;

/** What happens to a message. */
public sealed interface MessageEvent {

    record Queued() implements MessageEvent {}

    record Sent() implements MessageEvent {}

    record Delivered() implements MessageEvent {}

    record Failed(Reason reason) implements MessageEvent {}

    record Skipped(Reason reason) implements MessageEvent {}

    record Read() implements MessageEvent {}
}
