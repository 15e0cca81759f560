/**
 * A simulator of what stands outside of Xinju and carries messages to people: an SMS provider with an HTTP interface and a mail server. It
 * keeps what arrives, shows it on a page, answers and reports back as a provider would, and fails when it is told to. It reaches nobody.
 *
 * <p>Start with {@link org.xinju.channels.ChannelsMain}; a test starts {@link org.xinju.channels.Channels} in its own process.
 */
@NullMarked
package org.xinju.channels;

import org.jspecify.annotations.NullMarked;
