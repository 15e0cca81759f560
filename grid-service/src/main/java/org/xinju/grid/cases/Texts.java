package org.xinju.grid.cases;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Rejection;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.SealBrokenException;
import org.xinju.privacy.Sealed;
import org.xinju.privacy.Sealing;

/** What people write, checked, sealed and opened. */
final class Texts {

    static final int DESCRIPTION = 2000;
    static final int NOTE = 1000;
    static final int ADDRESS = 200;
    static final int MOST_PHOTOS = 9;

    private final Sealing sealing;

    Texts(Sealing sealing) {
        this.sealing = sealing;
    }

    /** @return the text stripped, or empty where it was refused or is not there */
    static String checked(@Nullable String text, String field, int longest, boolean needed, Consumer<Rejection> refusals) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() && needed) {
            refusals.accept(Rejection.of(CaseRules.TEXT_MISSING).at(field));
        } else if (stripped.length() > longest) {
            refusals.accept(Rejection.of(CaseRules.TEXT_TOO_LONG, longest).at(field));
        }
        return stripped;
    }

    static List<String> photos(@Nullable List<String> photos, Consumer<Rejection> refusals) {
        var given = photos == null ? List.<String>of() : photos;
        if (given.stream().anyMatch(Objects::isNull)) {
            refusals.accept(Rejection.of(CaseRules.PHOTO_UNKNOWN).at("photos"));
            return List.of();
        }
        if (given.size() > MOST_PHOTOS || given.stream().distinct().count() != given.size()) {
            refusals.accept(Rejection.of(CaseRules.PHOTOS_MANY, MOST_PHOTOS).at("photos"));
        }
        return given;
    }

    Sealed seal(String caseId, String text) {
        return sealing.seal(FieldClass.TEXT, caseId, text);
    }

    @Nullable Sealed sealed(String caseId, String text) {
        return text.isEmpty() ? null : seal(caseId, text);
    }

    @Nullable Sealed address(String caseId, String text) {
        return text.isEmpty() ? null : sealing.seal(FieldClass.ADDRESS, caseId, text);
    }

    /** Also of texts that were sealed before they had a key of their own. */
    @Nullable String open(String caseId, @Nullable Sealed sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return sealing.open(FieldClass.TEXT, caseId, sealed);
        } catch (SealBrokenException e) {
            return sealing.open(FieldClass.FILE, caseId, sealed);
        }
    }

    @Nullable String openAddress(String caseId, @Nullable Sealed sealed) {
        return sealed == null ? null : sealing.open(FieldClass.ADDRESS, caseId, sealed);
    }
}
