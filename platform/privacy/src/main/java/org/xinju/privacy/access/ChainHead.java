package org.xinju.privacy.access;

import java.util.Objects;

/**
 * How far a chain had grown at some time: the proof that entries up to {@code number} existed. Kept outside the database of the chain
 * (in the events, in another service, on paper) it shows that an end was cut off.
 *
 * @param number number of the last entry, 0 for a chain without entries
 * @param hash hash of that entry, empty for a chain without entries
 */
public record ChainHead(String chain, long number, String hash) {

    public ChainHead {
        Objects.requireNonNull(chain);
        Objects.requireNonNull(hash);
    }

    static ChainHead start(String chain) {
        return new ChainHead(chain, 0, "");
    }
}
