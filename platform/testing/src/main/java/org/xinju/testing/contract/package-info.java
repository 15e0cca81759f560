/**
 * The contracts of events, {@code docs/events}, held against what runs. Writers: {@link org.xinju.testing.contract.KeepsContracts} checks every record
 * that a service under test hands to the broker, {@link org.xinju.testing.contract.PublishedTypes} compares documents and code. Readers: {@link
 * org.xinju.testing.contract.Readers} gives a running service every documented and every old event of a topic.
 */
@NullMarked
package org.xinju.testing.contract;

import org.jspecify.annotations.NullMarked;
