/**
 * The system as its users meet it: started by {@code ./run}, spoken to over HTTP, killed process by process. Start with
 * {@link org.xinju.acceptance.RunningSystem}; the commands are {@link org.xinju.acceptance.CrashImportMain} and
 * {@link org.xinju.acceptance.BenchMain}.
 */
@NullMarked
package org.xinju.acceptance;

import org.jspecify.annotations.NullMarked;
