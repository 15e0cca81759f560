package org.xinju.notification.sending;

import org.xinju.notification.message.Message;

/**
 * A message in the hands of a worker.
 *
 * @param due until when it is held, epoch milliseconds; it names this hold
 */
record Taken(String id, Message message, long due) {}
