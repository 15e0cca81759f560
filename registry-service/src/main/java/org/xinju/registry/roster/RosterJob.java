package org.xinju.registry.roster;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Change;

/**
 * A roster that was taken in: what the office sent, without its rows; they stand sealed in chunks until they are worked off.
 *
 * @param enterprise code of the employer
 * @param dryRun only tell what would happen
 * @param sheet name of the sheet read, empty for a text file
 * @param content fingerprint of the file: names the chunks that belong to it
 * @param doneAt null while rows wait
 */
record RosterJob(String enterprise, boolean dryRun, String sheet, List<String> ignoredSheets, String content, int rows, int chunks, Phase phase,
        Instant receivedAt, @Nullable Instant doneAt) {

    enum Phase { RECEIVED, DONE }

    /** What happens to a roster. */
    sealed interface RosterEvent {

        record Received() implements RosterEvent {}

        record Done() implements RosterEvent {}
    }

    RosterJob {
        ignoredSheets = List.copyOf(ignoredSheets);
    }

    Change<RosterJob, RosterEvent> done(Instant at) {
        return phase == Phase.DONE ? Change.unchanged(this)
                : Change.of(new RosterJob(enterprise, dryRun, sheet, ignoredSheets, content, rows, chunks, Phase.DONE, receivedAt, at),
                        new RosterEvent.Done());
    }

    /** What others may know. */
    record Published(String enterprise, boolean dryRun, int rows, Phase phase) {
        static Published of(RosterJob job) {
            return new Published(job.enterprise, job.dryRun, job.rows, job.phase);
        }
    }
}
