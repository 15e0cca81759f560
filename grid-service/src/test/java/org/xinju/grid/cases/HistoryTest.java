package org.xinju.grid.cases;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xinju.grid.Grid;

import static org.assertj.core.api.Assertions.assertThat;

@Grid
class HistoryTest extends CaseScene {

    private static final int MANY = 300;

    @Test
    void settled_cases_are_there_once_and_look_like_any_other() {
        var operator = as("operator", "operator");
        var seed = LongStream.iterate(0, n -> n + 1).filter(n -> WorldIds.grid(n, 0).equals("G001")).findFirst().getAsLong(); // whose only resident lives where this test knows
        var request = Map.of("seed", seed, "residents", 1, "from", 0, "until", MANY);
        assertThat(operator.post("/api/grid/histories", request).body()).hasToString("{\"placed\":300,\"present\":0}");
        assertThat(operator.post("/api/grid/histories", request).body()).hasToString("{\"placed\":0,\"present\":300}");
        var cases = database.getCollection(Cases.COLLECTION);
        var made = Filters.in("_id", IntStream.range(0, MANY).mapToObj(n -> WorldIds.derive(seed, "case", n).toString()).toList());
        assertThat(cases.countDocuments(made)).isEqualTo(MANY);
        assertThat(cases.distinct("state.state", made, String.class)).containsExactlyInAnyOrder("CLOSED", "REJECTED", "WITHDRAWN");
        assertThat(cases.countDocuments(Filters.and(made, Filters.eq("state.open", true)))).isZero();
        assertThat(cases.countDocuments(Filters.and(made, Filters.exists("outbox.0")))).as("to be told").isZero();

        var one = cases.find(Filters.and(made, Filters.eq("state.state", "CLOSED"))).first();
        var id = one.getString("_id");
        var steps = room.get("/api/grid/cases/" + id + "/steps").body();
        assertThat(steps.path("items")).hasSizeGreaterThan(5);
        assertThat(room.get("/api/grid/cases/" + id).body().path("description").asString("")).isNotBlank();
        assertThat(one.get("state", Document.class).getInteger("reopened")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, until", "-1, 5, from", "0, 1001, until", "1999999, 2000001, until"})
    void what_is_no_range_is_refused(int from, int until, String field) {
        var refused = as("operator", "operator").post("/api/grid/histories", Map.of("seed", 7, "residents", 1000, "from", from, "until", until));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("field")).contains(field);
    }
}
