package org.xinju.notification.recipient;

/** The ways to reach somebody. */
public enum ChannelName {
    /** The inbox of the portal. It is where everything can be read again, so it cannot be muted. */
    INBOX,
    SMS,
    EMAIL
}
