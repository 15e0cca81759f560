package org.xinju.points.account;

import java.util.List;
import java.util.Map;

import org.xinju.points.engine.Score;

/**
 * What a settlement found: the entries to append, and the score they add up to.
 *
 * @param score score of the day settled to
 * @param known revisions of the facts it rests on
 */
public record Settled(List<Entry> appended, Score score, Map<String, Long> known) {

    public Settled {
        appended = List.copyOf(appended);
        known = Map.copyOf(known);
    }
}
