/**
 * Which replica of a service answers a call. Addresses are configured ({@link org.xinju.gateway.replica.ReplicaProperties}) or
 * found by a name ({@link org.xinju.gateway.replica.Names}); Spring Cloud LoadBalancer goes round those that are up ({@link org.xinju.gateway.replica.UpReplicas}). Two things tell that one is not: its readiness,
 * asked every second ({@link org.xinju.gateway.replica.ReadinessChecks}), and a call that did not get through
 * ({@link org.xinju.gateway.replica.AnotherReplica}), which then goes to another one. When none seems up, all are tried: what is known
 * may be a second old.
 */
@NullMarked
package org.xinju.gateway.replica;

import org.jspecify.annotations.NullMarked;
