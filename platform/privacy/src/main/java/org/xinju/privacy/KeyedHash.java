package org.xinju.privacy;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;

import static java.util.Objects.requireNonNull;

/**
 * A hash that only a holder of the key can compute: HMAC-SHA256 by Tink's PRF. Written as {@code <key id>.<hash>}, eight hexadecimal digits
 * and 43 characters of base64 (URL alphabet), so the key is known without trying. Safe for use by many threads.
 */
public final class KeyedHash {

    private static final int BYTES = 32;

    private final Map<Integer, Prf> keys;
    private final int primary;

    KeyedHash(KeysetHandle keyset) {
        var set = KeysetKind.HASHING.primitive(keyset, PrfSet.class);
        try {
            keys = Map.copyOf(set.getPrfs());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset holds no key for hashing", e);
        }
        primary = set.getPrimaryId();
    }

    /** The hash under the key now in use. */
    public String of(byte[] message) {
        return under(primary, message);
    }

    /** The hashes under every live key, the key now in use first. */
    public List<String> all(byte[] message) {
        return Stream.concat(Stream.of(primary), keys.keySet().stream().filter(id -> id != primary).sorted())
                .map(id -> under(id, message))
                .toList();
    }

    /** Whether the hash is of this message, under whichever live key; false for anything that is no hash of ours. */
    public boolean matches(String hash, byte[] message) {
        return keys.keySet().stream()
                .filter(id -> hash.startsWith(prefix(id)))
                .anyMatch(id -> MessageDigest.isEqual(WellFormed.utf8(under(id, message)), WellFormed.utf8(hash)));
    }

    private String under(int id, byte[] message) {
        try {
            var hash = requireNonNull(keys.get(id)).compute(message, BYTES);
            return prefix(id) + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("hashing failed", e);
        }
    }

    private static String prefix(int id) {
        return "%08x.".formatted(id);
    }
}
