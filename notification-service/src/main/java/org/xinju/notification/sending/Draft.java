package org.xinju.notification.sending;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Letter;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipient;

/** A message that is to be written; see {@link org.xinju.notification.message.Message}. */
public record Draft(Recipient recipient, ChannelName channel, Lane lane, boolean mutable, Letter letter, @Nullable Instant expiresAt) {}
