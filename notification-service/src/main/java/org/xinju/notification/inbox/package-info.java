/**
 * The inbox of those whom a sign-in stands for, and the stream that tells at once when something has come. The text is made for the reader, in the
 * reader's language, and shown to nobody else.
 */
@NullMarked
package org.xinju.notification.inbox;

import org.jspecify.annotations.NullMarked;
