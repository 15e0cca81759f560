package org.xinju.registry.roster;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.registry.binding.Binding;
import org.xinju.registry.binding.Bindings;
import org.xinju.registry.enterprise.Enterprises;
import org.xinju.web.Admission;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Cursor;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Takes in rosters and tells what became of every row. An employer sends and reads those of the own enterprise only. */
@RestController
@RequestMapping("/api/registry")
class RosterController {

    static final Rule UNKNOWN = Rule.unknown("roster-unknown", "product R7");
    static final Rule NOT_YOURS = Rule.forbidden("enterprise-not-yours", "product.md, People: own enterprise");

    /** A file and what is read of it take memory, so no more than one at once; those that wait keep theirs on disk. */
    private final Admission reading = new Admission(1, 8, Duration.ofSeconds(30));
    private final Rosters rosters;
    private final RosterChunks chunks;
    private final RosterWorker worker;
    private final Enterprises enterprises;
    private final Bindings bindings;
    private final RowViews views;
    private final Clock clock;

    RosterController(Rosters rosters, RosterChunks chunks, RosterWorker worker, Enterprises enterprises, Bindings bindings, RowViews views,
            Clock clock) {
        this.rosters = rosters;
        this.chunks = chunks;
        this.worker = worker;
        this.enterprises = enterprises;
        this.bindings = bindings;
        this.views = views;
        this.clock = clock;
    }

    /** What a repetition must equal. */
    record Request(boolean dryRun, String sha256) {}

    /** @param rowsDone of {@code rows}; all when the state is DONE */
    record View(String id, String enterprise, boolean dryRun, RosterJob.Phase state, int rows, int rowsDone, Map<Verdict.Outcome, Integer> outcomes,
            Map<RowResult.Effect, Integer> effects, String sheet, List<String> ignoredSheets, Instant receivedAt, @Nullable Instant doneAt) {}

    /** Taken in when the file is a roster; its rows are worked off afterwards: ask at the address in Location. */
    @PostMapping(value = "/enterprises/{uscc}/rosters", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<View> receive(Caller caller, Command command, @PathVariable String uscc, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestPart("file") MultipartFile file) throws IOException {
        requireOwn(caller, uscc);
        if (enterprises.find(uscc).isEmpty()) {
            throw RejectedException.of(Enterprises.UNKNOWN);
        }
        try (var _ = reading.enter()) {
            return read(command, uscc, dryRun, file.getBytes());
        }
    }

    private ResponseEntity<View> read(Command command, String uscc, boolean dryRun, byte[] content) {
        var roster = switch (RosterReader.read(content)) {
            case RosterFile.NotARoster(var reason) -> throw new RejectedException(List.of(reason.at("file")));
            case RosterFile.Roster read -> read;
        };
        var verdicts = RosterJudge.judge(roster, LocalDate.now(clock));
        var request = new Request(dryRun, sha256(content));
        var job = new RosterJob(uscc, dryRun, roster.sheet(), roster.ignoredSheets(), command.fingerprint(request), verdicts.size(),
                (verdicts.size() + RosterChunks.SIZE - 1) / RosterChunks.SIZE, RosterJob.Phase.RECEIVED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS), null);
        var outcome = rosters.receive(command.createdId(), command.cause(request, 202), job, verdicts);
        worker.wake();
        return Answers.created(outcome, "/api/registry/rosters", this::view);
    }

    @GetMapping("/rosters/{id}")
    ResponseEntity<View> read(Caller caller, @PathVariable String id) {
        return Answers.found(own(caller, id), (Function<Stored<RosterJob>, View>) this::view);
    }

    /** The results of rows that are worked off, in the order of the sheet; {@code outcome} picks some. */
    @GetMapping("/rosters/{id}/rows")
    Page<RowViews.View> rows(Caller caller, @PathVariable String id, @RequestParam(required = false) Verdict.@Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        var roster = own(caller, id);
        var after = Cursor.number(cursor);
        var found = chunks.results(Rosters.chunksOf(id, roster.state()), after, Cursor.limit(limit) + 1,
                row -> outcome == null || row.outcome() == outcome);
        return Page.of(found, limit, row -> Integer.toString(row.row()), views::of);
    }

    private Stored<RosterJob> own(Caller caller, String id) {
        caller.require(Role.EMPLOYER, Role.COMMAND_ROOM);
        return rosters.find(id).filter(r -> caller.is(Role.COMMAND_ROOM) || bindings.has(caller, Binding.Kind.ENTERPRISE, r.state().enterprise()))
                .orElseThrow(() -> RejectedException.of(UNKNOWN));
    }

    private void requireOwn(Caller caller, String uscc) {
        caller.require(Role.EMPLOYER);
        if (!bindings.has(caller, Binding.Kind.ENTERPRISE, uscc)) {
            throw RejectedException.of(NOT_YOURS);
        }
    }

    private View view(Stored<RosterJob> stored) {
        var job = stored.state();
        var progress = chunks.progress(Rosters.chunksOf(stored.id(), job));
        return new View(stored.id(), job.enterprise(), job.dryRun(), job.phase(), job.rows(), progress.rowsDone(), progress.outcomes(),
                progress.effects(), job.sheet(), job.ignoredSheets(), job.receivedAt(), job.doneAt());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
