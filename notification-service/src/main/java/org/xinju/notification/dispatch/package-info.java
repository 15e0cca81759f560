/** What became of messages, for staff: with reasons, and with nothing personal but what is masked. */
@NullMarked
package org.xinju.notification.dispatch;

import org.jspecify.annotations.NullMarked;
