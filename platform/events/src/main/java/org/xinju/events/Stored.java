package org.xinju.events;

/**
 * An aggregate as it stands in the store.
 *
 * @param version counts the writes; the optimistic lock
 * @param sequence number of the last event it raised; what clients see as the ETag
 */
public record Stored<S>(String id, long version, long sequence, S state) {}
