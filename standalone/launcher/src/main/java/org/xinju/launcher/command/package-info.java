/** The commands of {@code ./run}, one class each; {@link org.xinju.launcher.command.Commands} finds the one that was asked for. */
@NullMarked
package org.xinju.launcher.command;

import org.jspecify.annotations.NullMarked;
