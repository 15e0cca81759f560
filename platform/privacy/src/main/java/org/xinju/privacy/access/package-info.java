/**
 * Who looked at whose data, when and why: an append-only chain of entries that also shows deletion (product.md R9, GB/T 22239 8.1.4.3).
 *
 * <p>{@link org.xinju.privacy.access.AccessLog#record} returns once the entry is durable; only then may the answer leave. Each replica
 * writes a chain of its own from start to end of the process: entries numbered from 1, each with a keyed hash over its content and the hash
 * of the entry before. Without the key {@code audit-chain} nobody can write an entry, not even with full access to the database.
 *
 * <p>What a chain cannot show by itself is that its end is missing. Therefore the entries are published ({@link
 * org.xinju.privacy.access.AccessPublisher}), and {@link org.xinju.privacy.access.AccessVerifier} compares the chains with the heads that
 * are known from elsewhere.
 */
@NullMarked
package org.xinju.privacy.access;

import org.jspecify.annotations.NullMarked;
