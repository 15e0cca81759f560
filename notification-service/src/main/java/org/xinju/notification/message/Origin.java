package org.xinju.notification.message;

import java.time.Instant;

/**
 * Where a message comes from.
 *
 * @param event id of the event
 * @param at when the event happened
 */
public record Origin(String event, String type, String rule, Instant at) {}
