/**
 * Personal data at rest and on the way: sealed, found without being opened, masked when shown, and every look at it written down.
 *
 * <p>A service names the keys that it needs ({@code xinju.keys.sealing: [name, phone]}, see {@link org.xinju.privacy.KeysProperties})
 * and gets three things: {@link org.xinju.privacy.Sealing}, {@link org.xinju.privacy.BlindIndex} and, in
 * {@link org.xinju.privacy.access}, the log of accesses. {@link org.xinju.privacy.Mask} needs no key.
 *
 * {@snippet :
 * // Stored: nothing that can be read without the keys.
 * Sealed phone = sealing.seal(FieldClass.PHONE, residentId, "13812345678");
 * List<String> phoneIndex = index.all(IndexPurpose.PHONE, "13812345678");
 *
 * // Found: by {$in: ...} on the stored array.
 * Query.query(where("phoneIndex").in(index.all(IndexPurpose.PHONE, asked)));
 *
 * // Shown: first the entry in the log, then the answer.
 * accesses.record(new Access(actor, "resident.read", Purpose.REGISTRATION, List.of(residentId), List.of("phone"), requestId, now));
 * return Mask.phone(sealing.open(FieldClass.PHONE, residentId, phone));   // 138****5678
 * }
 *
 * <p>Keys are Tink keysets in files ({@link org.xinju.privacy.KeyFolder}); {@link org.xinju.privacy.KeyRotation} changes them without
 * downtime. Law behind it: personal information protection law art. 51 (encrypt, de-identify), 25 (publish the minimum).
 */
@NullMarked
package org.xinju.privacy;

import org.jspecify.annotations.NullMarked;
