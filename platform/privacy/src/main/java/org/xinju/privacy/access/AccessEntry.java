package org.xinju.privacy.access;

import java.util.ArrayList;
import java.util.List;

import org.xinju.privacy.KeyedHash;

/**
 * An access with its place in a chain.
 *
 * @param chain id of the chain: service, start of the process, random part; without a colon
 * @param number 1 for the first entry of the chain, without gaps
 * @param previous hash of the entry before, empty for the first
 * @param hash keyed hash over everything else in this record
 */
public record AccessEntry(String chain, long number, Access access, String previous, String hash) {

    /** The entry that follows on {@code head} and says {@code access}. */
    static AccessEntry after(ChainHead head, Access access, KeyedHash key) {
        var unsigned = new AccessEntry(head.chain(), head.number() + 1, access, head.hash(), "");
        return new AccessEntry(unsigned.chain, unsigned.number, access, unsigned.previous, key.of(unsigned.canonical()));
    }

    /** The id of its document: sorts by chain, then by number. */
    public String id() {
        return id(chain, number);
    }

    static String id(String chain, long number) {
        return chain + ":%012d".formatted(number);
    }

    /** This entry as the head of its chain. */
    public ChainHead head() {
        return new ChainHead(chain, number, hash);
    }

    boolean isGenuine(KeyedHash key) {
        return key.matches(hash, canonical());
    }

    /** Every part with its length, so that no two entries have the same bytes. The first part is the version of this form. */
    private byte[] canonical() {
        return new Canonical()
                .add("xinju-access-1").add(chain).add(number).add(previous)
                .add(access.actor().issuer()).add(access.actor().subject()).add(access.actor().role())
                .add(access.action()).add(access.purpose().code())
                .add(access.subjects()).add(access.fields())
                .add(access.requestId()).add(access.at().toEpochMilli())
                .bytes();
    }

    /** Entries that follow each other from {@code head} on, one for each access. */
    static List<AccessEntry> after(ChainHead head, List<Access> accesses, KeyedHash key) {
        var entries = new ArrayList<AccessEntry>(accesses.size());
        var last = head;
        for (var access : accesses) {
            var entry = after(last, access, key);
            entries.add(entry);
            last = entry.head();
        }
        return entries;
    }
}
