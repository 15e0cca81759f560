/**
 * Processes: {@link org.xinju.launcher.process.Supervisor} starts a set of {@link org.xinju.launcher.process.Job}s, each as soon as what
 * it needs is ready, starts again what dies, and stops all in the reverse order. {@link org.xinju.launcher.process.RunFolder} is what
 * other commands, and other programs, know about a running system: one small file for each process, and a lock.
 */
@NullMarked
package org.xinju.launcher.process;

import org.jspecify.annotations.NullMarked;
