/**
 * The system in containers ({@code docker-compose.yml}), looked at from outside: {@link org.xinju.acceptance.compose.ComposeMain} is
 * {@code ./run compose-check}.
 */
@NullMarked
package org.xinju.acceptance.compose;

import org.jspecify.annotations.NullMarked;
