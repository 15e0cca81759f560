package org.xinju.privacy.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.xinju.privacy.WellFormed;

/**
 * One look at personal data. Holds ids and names of fields, never what the fields say.
 *
 * @param action what was done, as a code: {@code resident.find}
 * @param purpose why
 * @param subjects ids of the residents looked at, at most {@value #MOST_SUBJECTS}; empty for a search that found nobody
 * @param fields names of the fields that were shown or searched by, at most {@value #MOST_SUBJECTS}
 * @param requestId the request, as the logs name it
 * @param at when, kept to the millisecond
 */
public record Access(
        Actor actor, String action, Purpose purpose, List<String> subjects, List<String> fields, String requestId, Instant at) {

    /** So that no entry can outgrow a document. A longer answer is several accesses. */
    public static final int MOST_SUBJECTS = 1000;

    private static final int LONGEST = 300;

    public Access {
        subjects = List.copyOf(subjects);
        fields = List.copyOf(fields);
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (subjects.size() > MOST_SUBJECTS || fields.size() > MOST_SUBJECTS) {
            throw new IllegalArgumentException("an access is about at most " + MOST_SUBJECTS + " subjects and fields");
        }
        requireShort(action, requestId);
        requireShort(subjects.toArray(String[]::new));
        requireShort(fields.toArray(String[]::new));
    }

    /** An entry that the store or the hash cannot take would stop the chain, so it is refused before it gets there. */
    static void requireShort(String... texts) {
        for (var text : texts) {
            if (WellFormed.utf8(text).length > LONGEST) {
                throw new IllegalArgumentException("a text of an access has at most " + LONGEST + " bytes");
            }
        }
    }
}
