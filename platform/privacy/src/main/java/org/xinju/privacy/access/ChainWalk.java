package org.xinju.privacy.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.xinju.privacy.KeyedHash;
import org.xinju.privacy.access.AccessReport.Break;
import org.xinju.privacy.access.AccessReport.Kind;

/** One pass over the documents in the order of their ids: chain by chain, number by number. What follows a break is only counted. */
final class ChainWalk {

    private static final Pattern ID = Pattern.compile("([^:]*):(\\d{12})");

    private final KeyedHash key;
    /** By chain, then by number: the hash that the entry must have. */
    private final Map<String, TreeMap<Long, String>> known = new TreeMap<>();
    private final Function<String, @Nullable Document> byId;
    private final List<Break> breaks = new ArrayList<>();
    private final List<ChainHead> heads = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long entries;
    private long chains;
    private ChainHead last = ChainHead.start("");
    private boolean broken = true;
    /** An entry of the right number with a wrong hash; what comes after it tells whether it was edited or put in. */
    private @Nullable String suspect;

    ChainWalk(KeyedHash key, Collection<ChainHead> known, Function<String, @Nullable Document> byId) {
        this.key = key;
        this.byId = byId;
        known.forEach(head -> this.known.computeIfAbsent(head.chain(), _ -> new TreeMap<>()).put(head.number(), head.hash()));
    }

    void step(Document document) {
        entries++;
        var id = String.valueOf(document.get("_id"));
        var place = ID.matcher(id);
        var chain = id.substring(0, Math.max(0, id.indexOf(':')));
        if (!chain.equals(last.chain()) || chains == 0) {
            finish();
            chains++;
            seen.add(chain);
            last = ChainHead.start(chain);
            broken = false;
        }
        if (broken) {
            return;
        }
        if (suspect != null) {
            // The entry after an inserted one still follows on the entry before it.
            report(last.hash().equals(document.get("previous")) ? Kind.INSERTED : Kind.EDITED, last.number() + 1, suspect);
        } else if (!place.matches()) {
            report(Kind.INSERTED, last.number() + 1, id);
        } else {
            link(document, id, Long.parseLong(place.group(2)));
        }
    }

    AccessReport end() {
        finish();
        known.forEach((chain, heads) -> {
            if (!seen.contains(chain)) {
                breaks.add(new Break(Kind.CUT_OFF, chain, 1, AccessEntry.id(chain, 1)));
            }
        });
        return new AccessReport(chains, entries, breaks, heads);
    }

    private void link(Document document, String id, long number) {
        var next = last.number() + 1;
        if (number > next) {
            report(Kind.DELETED, next, AccessEntry.id(last.chain(), next));
            return;
        }
        if (number < next) {
            report(Kind.INSERTED, number, id);
            return;
        }
        var genuine = read(document).filter(entry -> entry.isGenuine(key));
        if (genuine.isEmpty()) {
            suspect = id;
            return;
        }
        var entry = genuine.get();
        if (!entry.id().equals(id)) {
            report(standsAtItsOwnPlace(entry) ? Kind.INSERTED : Kind.MOVED, number, id);
        } else if (!entry.previous().equals(last.hash()) || !entry.hash().equals(expected(entry))) {
            report(Kind.FORKED, number, id);
        } else {
            last = entry.head();
        }
    }

    private String expected(AccessEntry entry) {
        return known.getOrDefault(entry.chain(), new TreeMap<>()).getOrDefault(entry.number(), entry.hash());
    }

    private boolean standsAtItsOwnPlace(AccessEntry entry) {
        return Optional.ofNullable(byId.apply(entry.id())).filter(own -> entry.hash().equals(own.get(AccessDocument.HASH))).isPresent();
    }

    private static Optional<AccessEntry> read(Document document) {
        try {
            return Optional.of(AccessDocument.read(document));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private void finish() {
        if (broken) {
            return;
        }
        var heads = known.getOrDefault(last.chain(), new TreeMap<>());
        var knownTo = heads.isEmpty() ? 0 : heads.lastKey();
        if (suspect != null) {
            report(knownTo > last.number() ? Kind.EDITED : Kind.INSERTED, last.number() + 1, suspect);
        } else if (knownTo > last.number()) {
            report(Kind.CUT_OFF, last.number() + 1, AccessEntry.id(last.chain(), last.number() + 1));
        } else {
            this.heads.add(last);
        }
    }

    private void report(Kind kind, long number, String id) {
        breaks.add(new Break(kind, last.chain(), number, id));
        broken = true;
        suspect = null;
    }
}
