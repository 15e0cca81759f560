/**
 * Shows that every accepted command has exactly one effect, by killing things. {@link org.xinju.acceptance.crash.CrashRun} starts the system
 * as {@code ./run} does, lets concurrent clients send a seeded {@link org.xinju.acceptance.crash.Mix} of commands, kills processes by a seeded
 * {@link org.xinju.acceptance.crash.Schedule}, waits for {@link org.xinju.acceptance.crash.Quiet} and compares what was accepted, as the
 * {@link org.xinju.acceptance.crash.Journal} tells it, with what every service shows and publishes ({@link
 * org.xinju.acceptance.crash.Reconciler}).
 *
 * <p>It knows the public API, the processes and the topics. What an operator may rely on, and what was found, is in
 * {@code docs/reliability.md}.
 */
@NullMarked
package org.xinju.acceptance.crash;

import org.jspecify.annotations.NullMarked;
