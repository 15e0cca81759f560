package org.xinju.notification.message;

/** Why a message was not sent, not delivered, or waits. */
public enum Reason {
    /** No SMS to a landline. */
    LANDLINE,
    NO_PHONE,
    NO_EMAIL,
    /** The person does not want to be reached by this channel. */
    MUTED,
    /** What it says has no use any more. */
    EXPIRED,
    /** Nothing has become known of the recipient in time. */
    UNKNOWN_RECIPIENT,
    /** No provider is set up for this channel. */
    CHANNEL_OFF,
    /** The provider does not take it, and will not later. */
    PROVIDER_REJECTED,
    /** The provider could not be reached for too long. */
    PROVIDER_UNAVAILABLE,
    /** The provider took it but could not deliver it. */
    UNDELIVERED,
    /** The text could not be made. */
    TEXT_UNUSABLE,
    /** It is night; it goes in the morning. */
    QUIET_HOURS
}
