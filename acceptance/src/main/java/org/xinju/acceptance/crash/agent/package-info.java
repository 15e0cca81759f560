/**
 * A Java agent that the harness gives to services of a run, and to no others: it lets a process die at a named point of the event protocol, or
 * breaks the protocol on purpose, when it is told to. Production code knows nothing of it.
 *
 * <p>It weaves calls to {@link org.xinju.acceptance.crash.agent.Woven} into the methods that {@link
 * org.xinju.acceptance.crash.agent.Places} names, and refuses to start when one of them is not there any more. Orders are small files in a
 * folder of the process ({@link org.xinju.acceptance.crash.agent.Orders}). It needs the JDK,
 * and for breaks the store's driver, which services have.
 */
@NullMarked
package org.xinju.acceptance.crash.agent;

import org.jspecify.annotations.NullMarked;
