package org.xinju.acceptance.crash;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

import org.xinju.acceptance.Api;
import org.xinju.acceptance.Person;
import org.xinju.acceptance.RunningSystem;

/** Asks the services one by one what they have of a resident or a case. */
final class RecordCheck {

    private final LocalDate today;
    private final Consumer<Finding> found;
    private final Api registry;
    private final Api points;
    private final Api grid;

    RecordCheck(RunningSystem system, LocalDate today, Consumer<Finding> found) {
        this.today = today;
        this.found = found;
        this.registry = system.as("command-room", "registry-service");
        this.points = system.as("points-officer", "points-service");
        this.grid = system.as("command-room", "grid-service");
    }

    void check(Journal.Resident resident) {
        var read = registry.get("/api/registry/residents/" + resident.id() + "?purpose=registration");
        if (read.status() != 200) {
            lost("resident %s: %d", resident.id(), read.status());
            return;
        }
        var stays = read.body().path("stays");
        var is = "%s in %s, %d employments".formatted(read.text("status"), stays.path(stays.size() - 1).path("area").asString(""),
                read.body().path("employments").size());
        var should = "%s in %s, %d employments".formatted(resident.state(), resident.area(), resident.employed() ? 1 : 0);
        if (!is.equals(should)) {
            wrong("resident %s is %s, accepted was %s", resident.id(), is, should);
        }
        account(resident);
    }

    private void account(Journal.Resident resident) {
        var account = points.get("/api/points/accounts/" + resident.id() + "?purpose=points-review");
        if (account.status() != 200) {
            lost("account of %s: %d", resident.id(), account.status());
            return;
        }
        var golden = golden(resident);
        var total = new BigDecimal(account.body().path("score").path("total").asString("-1"));
        if (total.compareTo(golden) != 0) {
            wrong("account %s has %s points, golden are %s", resident.id(), total, golden);
        }
        var sum = BigDecimal.ZERO;
        var numbers = new HashSet<Long>();
        for (var entry : points.get("/api/points/accounts/" + resident.id() + "/entries?purpose=points-review").body().path("items")) {
            sum = sum.add(new BigDecimal(entry.path("points").asString("0")));
            if (!numbers.add(entry.path("number").asLong())) {
                found.accept(Finding.of(Finding.Kind.DOUBLED, "ledger %s has two entries number %d", resident.id(), entry.path("number").asLong()));
            }
        }
        if (sum.compareTo(golden) != 0) {
            wrong("the ledger of %s sums up to %s, golden are %s", resident.id(), sum, golden);
        }
    }

    private BigDecimal golden(Journal.Resident resident) {
        var p = resident.person();
        return (resident.employed() ? p : new Person(p.name(), p.idNumber(), p.born(), p.male(), p.phone(), today, p.address())).goldenScore(today);
    }

    void check(Journal.Case hazard) {
        var answer = grid.get("/api/grid/cases/" + hazard.id() + "/steps");
        if (answer.status() != 200) {
            lost("case %s: %d", hazard.id(), answer.status());
            return;
        }
        List<String> states = answer.body().path("items").valueStream().map(step -> step.path("to").asString("")).toList();
        if (!states.equals(hazard.states())) {
            wrong("case %s went %s, accepted was %s", hazard.id(), states, hazard.states());
        }
    }

    private void lost(String what, Object... arguments) {
        found.accept(Finding.of(Finding.Kind.LOST, what, arguments));
    }

    private void wrong(String what, Object... arguments) {
        found.accept(Finding.of(Finding.Kind.WRONG, what, arguments));
    }
}
