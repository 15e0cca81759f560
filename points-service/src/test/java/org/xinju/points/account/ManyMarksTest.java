package org.xinju.points.account;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.xinju.events.Marks;
import org.xinju.points.Points;
import org.xinju.points.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** A look counts every area that waits, however many accounts were scored since the one before; its rest comes after that. */
@Points
class ManyMarksTest {

    @Autowired Accounts accounts;
    @Autowired Statistics statistics;
    @Autowired Clock clock;
    @Autowired MongoDatabase database;

    @Test
    void a_look_leaves_no_area_behind_those_that_it_counted() {
        var stored = database.getCollection("accounts");
        stored.insertMany(IntStream.range(0, 4 * Marks.AT_ONCE).mapToObj(n -> new Document("_id", "marked-" + n)
                .append(Marks.FIELD, Marks.of(List.of("many-" + n / Marks.AT_ONCE), 1))).toList());

        new AreaCounts(accounts, statistics, clock).count();

        assertThat(stored.countDocuments(Filters.regex(Marks.FIELD + ".area", "^many-"))).isZero();
    }

    @AfterEach
    void forget() {
        database.getCollection("accounts").deleteMany(Filters.regex("_id", "^marked-"));
    }
}
