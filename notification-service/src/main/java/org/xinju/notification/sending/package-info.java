/**
 * Hands queued messages to providers. A new message goes to a worker of this replica at once; what a crash, a full queue or a closed provider left
 * behind is found by a look at the store. Whoever works on a message holds it for a while, so others leave it alone; a worker that was stopped
 * for longer may send it a second time, under the same key: the message's id. An SMS provider that knows keys delivers it once. A mail server
 * cannot be asked, so towards it a message goes at least once, with the same Message-ID.
 *
 * <p>Whether a message may go is decided at this moment and not before: by then the recipient is known, and so is what the person wishes.
 */
@NullMarked
package org.xinju.notification.sending;

import org.jspecify.annotations.NullMarked;
