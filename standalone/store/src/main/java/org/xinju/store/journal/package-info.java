/**
 * What makes an acknowledged write survive: {@link org.xinju.store.journal.Journal} appends the after-image of every change and answers
 * only when it is written; {@link org.xinju.store.journal.DataFolder} finds the files again, and replaces a long log by a snapshot.
 *
 * <p>Files: {@code snapshot-N} holds the whole content, {@code log-N} what changed since it was begun. Each begins with eight bytes
 * ({@code XINJUST} and the version) and is a row of frames: length, checksum of the length, checksum of the content (CRC-32C, all
 * big-endian), content, a BSON document {@code {o: kind of change, n: namespace, d: body}}.
 */
@NullMarked
package org.xinju.store.journal;

import org.jspecify.annotations.NullMarked;
