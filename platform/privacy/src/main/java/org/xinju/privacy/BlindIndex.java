package org.xinju.privacy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.google.crypto.tink.KeysetHandle;

/**
 * Finds a person by the exact value of a sealed field. Equal values have equal index values, different ones differ; without the key nobody
 * can list all phone numbers and compare. The caller normalises first (upper case X, no +86, no blanks): one form, one index value.
 *
 * <p>An index value names its key. Stored is the array {@link #all}, with a unique index where the value must be unique; looked up is
 * {@code $in} of {@link #all}. So both hold through a rotation, with replicas that do and replicas that do not know the new key yet.
 */
public final class BlindIndex {

    private final Map<IndexPurpose, KeyedHash> keys = new EnumMap<>(IndexPurpose.class);

    BlindIndex(Map<IndexPurpose, KeysetHandle> keysets) {
        keysets.forEach((purpose, keyset) -> keys.put(purpose, new KeyedHash(keyset)));
    }

    /**
     * The index value under the key now in use.
     *
     * @throws KeyNotHeldException if this service has no key for the purpose
     * @throws IllegalArgumentException if the value is not well-formed Unicode
     */
    public String live(IndexPurpose purpose, String value) {
        return key(purpose).of(message(purpose, value));
    }

    /** The index values under every live key, the one now in use first; the same refusals as {@link #live}. */
    public List<String> all(IndexPurpose purpose, String value) {
        return key(purpose).all(message(purpose, value));
    }

    private KeyedHash key(IndexPurpose purpose) {
        var key = keys.get(purpose);
        if (key == null) {
            throw new KeyNotHeldException(purpose, "xinju.keys.index");
        }
        return key;
    }

    private static byte[] message(IndexPurpose purpose, String value) {
        return WellFormed.utf8("xinju/1/" + purpose + "/" + value);
    }
}
