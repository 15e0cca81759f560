package org.xinju.registry.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.xinju.events.Bulk;
import org.xinju.events.Cause;
import org.xinju.events.Change;
import org.xinju.events.Decision;
import org.xinju.events.Ids;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.resident.Person;
import org.xinju.registry.resident.Places;
import org.xinju.registry.resident.Resident;
import org.xinju.registry.resident.ResidentEvent;
import org.xinju.registry.resident.ResidentRules;
import org.xinju.registry.resident.Residents;
import org.xinju.registry.resident.Seals;
import org.xinju.registry.roster.RosterChunks.Chunk;
import org.xinju.registry.roster.RowResult.Effect;

/**
 * Works off the rows of a chunk. Every accepted row is a command of its own: on the resident with that ID number, or on a new one whose id
 * follows from roster and row. Worked off again, after a crash or by two replicas at once, it does nothing more.
 */
@Component
class RosterIntake {

    private final Residents residents;
    private final Seals seals;
    private final Places places;
    private final Clock clock;

    RosterIntake(Residents residents, Seals seals, Places places, Clock clock) {
        this.residents = residents;
        this.seals = seals;
        this.places = places;
        this.clock = clock;
    }

    /** A row on its way into the registry. */
    private record Row(Verdict verdict, Hire hire, String newId, List<String> numberIndexes, List<String> nameIndexes) {}

    List<RowResult> workOff(String rosterId, RosterJob job, Chunk chunk) {
        var rows = new ArrayList<Row>();
        for (var verdict : chunk.verdicts()) {
            if (verdict.hire() != null) {
                var hire = verdict.hire();
                rows.add(new Row(verdict, hire, Ids.derive("roster", rosterId, Integer.toString(verdict.row())).toString(),
                        seals.numberIndexes(DocumentType.CITIZEN_ID, hire.idNumber()), seals.nameIndexes(hire.name())));
            }
        }
        var known = residents.byNumbers(rows.stream().flatMap(r -> r.numberIndexes().stream()).toList());
        var results = job.dryRun() ? foretell(job, rows, known) : apply(rosterId, job, rows, known);
        return chunk.verdicts().stream().map(v -> results.getOrDefault(v.row(), RowResult.notTaken(v))).toList();
    }

    private Map<Integer, RowResult> foretell(RosterJob job, List<Row> rows, Map<String, Stored<Resident>> known) {
        var results = new HashMap<Integer, RowResult>();
        for (var row : rows) {
            var existing = find(row, known);
            if (existing == null) {
                var place = places.of(row.newId(), row.hire().address());
                results.put(row.verdict().row(), new RowResult(row.verdict().row(), row.verdict().outcome(), Effect.REGISTERED,
                        RowResult.notTaken(row.verdict()).findings(), null, place.area(), place.grid()));
            } else {
                results.put(row.verdict().row(), switch (existing.state().hire(employment(job, row), row.nameIndexes())) {
                    case Change.Rejected<Resident, ResidentEvent>(var rejection) -> refused(row, rejection);
                    case Change.Unchanged<Resident, ResidentEvent> _ -> taken(row, Effect.UNCHANGED, existing);
                    case Change.Accepted<Resident, ResidentEvent> _ -> taken(row, Effect.EMPLOYMENT_ADDED, existing);
                });
            }
        }
        return results;
    }

    private Map<Integer, RowResult> apply(String rosterId, RosterJob job, List<Row> rows, Map<String, Stored<Resident>> known) {
        var items = new ArrayList<Bulk.Item<Resident, ResidentEvent>>();
        var ids = new HashMap<Integer, String>();
        for (var row : rows) {
            var existing = find(row, known);
            var id = existing == null ? row.newId() : existing.id();
            ids.put(row.verdict().row(), id);
            items.add(new Bulk.Item<>(id, cause(rosterId, row), decision(job, row)));
        }
        var outcomes = residents.changeAll(items);
        var results = new HashMap<Integer, RowResult>();
        for (var row : rows) {
            var id = Objects.requireNonNull(ids.get(row.verdict().row()));
            results.put(row.verdict().row(), result(rosterId, job, row, Objects.requireNonNull(outcomes.get(id))));
        }
        return results;
    }

    private RowResult result(String rosterId, RosterJob job, Row row, Outcome<Resident> outcome) {
        return switch (outcome) {
            case Outcome.Done<Resident>(var stored, _, _, var effect) -> taken(row, effect(row, stored, effect), stored);
            case Outcome.Rejected<Resident>(var rejection) -> refused(row, rejection);
            // Somebody registered the person since the chunk looked: the row concerns that record.
            case Outcome.Taken<Resident> _ -> {
                var other = Objects.requireNonNull(find(row, residents.byNumbers(row.numberIndexes())));
                yield result(rosterId, job, row, residents.change(other.id(), cause(rosterId, row), decision(job, row)));
            }
            case Outcome.KeyReused<Resident> _, Outcome.Stale<Resident> _ ->
                    throw new IllegalStateException("row " + row.verdict().row() + " of " + rosterId + " has the key of another command");
        };
    }

    private static Effect effect(Row row, Stored<Resident> stored, Outcome.Effect effect) {
        return effect == Outcome.Effect.UNCHANGED ? Effect.UNCHANGED
                : stored.id().equals(row.newId()) ? Effect.REGISTERED : Effect.EMPLOYMENT_ADDED;
    }

    private Decision<Resident, ResidentEvent> decision(RosterJob job, Row row) {
        return loaded -> loaded.state().isPresent()
                ? loaded.state().get().hire(employment(job, row), row.nameIndexes())
                : Resident.register(resident(loaded.id(), job, row));
    }

    private Resident resident(String id, RosterJob job, Row row) {
        var hire = row.hire();
        var person = new Person(hire.name(), DocumentType.CITIZEN_ID, hire.idNumber(), hire.birthDate(), hire.sex(), hire.phone());
        var stay = new Resident.Stay(LocalDate.ofInstant(job.receivedAt(), clock.getZone()), null, places.of(id, hire.address()));
        return seals.seal(id, person, Resident.Status.REGISTERED, List.of(stay), List.of(employment(job, row)));
    }

    private static Resident.Employment employment(RosterJob job, Row row) {
        return new Resident.Employment(job.enterprise(), row.hire().occupation(), row.hire().hiredOn(), row.hire().leftOn());
    }

    private static Cause.Command cause(String rosterId, Row row) {
        return new Cause.Command(rosterId + "#" + row.verdict().row(), rosterId, 0, null);
    }

    private static @org.jspecify.annotations.Nullable Stored<Resident> find(Row row, Map<String, Stored<Resident>> known) {
        return row.numberIndexes().stream().map(known::get).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static RowResult taken(Row row, Effect effect, Stored<Resident> stored) {
        var place = stored.state().lastPlace();
        return RowResult.taken(row.verdict(), effect, stored.id(), place.area(), place.grid());
    }

    private static RowResult refused(Row row, Rejection rejection) {
        return RowResult.refused(row.verdict(), rejection.at(rejection.rule().equals(ResidentRules.NAME_DIFFERS) ? "name" : "hiredOn"));
    }
}
