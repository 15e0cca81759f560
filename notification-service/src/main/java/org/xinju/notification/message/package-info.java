/**
 * A message: one letter to one recipient by one channel. Its id follows from the event, the rule, the recipient and the channel, so the same event
 * makes it once. An inbox message is delivered by being there; others wait, are handed to a provider, and end when the provider reports. Final
 * states never go back.
 */
@NullMarked
package org.xinju.notification.message;

import org.jspecify.annotations.NullMarked;
