/**
 * Who can be reached how: what the registry tells of a resident (name, phone) and what the person has told us (e-mail, language, muted
 * channels) stand in one document per recipient. Asked at the moment of sending.
 */
@NullMarked
package org.xinju.notification.recipient;

import org.jspecify.annotations.NullMarked;
