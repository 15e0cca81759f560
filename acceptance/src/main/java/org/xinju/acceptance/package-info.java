/**
 * The system as its users meet it: started by {@code ./run}, spoken to over HTTP, killed process by process. Start with
 * {@link org.xinju.acceptance.RunningSystem}; the commands are {@link org.xinju.acceptance.BenchMain} and
 * {@link org.xinju.acceptance.crash.CrashMain}.
 */
@NullMarked
package org.xinju.acceptance;

import org.jspecify.annotations.NullMarked;
