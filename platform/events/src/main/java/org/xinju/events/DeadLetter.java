package org.xinju.events;

import java.time.Instant;

/**
 * An event that a group could not work off.
 *
 * @param offset its place in the dead-letter topic
 * @param eventId empty when the record was not readable as an event
 * @param cause kind of the failure, without data
 */
public record DeadLetter(String group, long offset, String eventId, String type, String subject, String cause, String origin, Instant at) {}
