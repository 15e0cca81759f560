package org.xinju.grid.cases;

import org.xinju.events.Rule;

/** What reports and steps are refused by. */
final class CaseRules {

    static final Rule UNKNOWN = Rule.unknown("case-unknown", "product.md, People: scope of data");
    static final Rule STEP_UNKNOWN = Rule.unknown("step-unknown", "product G3: the loop is data");
    static final Rule NOT_POSSIBLE = Rule.conflict("case-not-possible", "product G3");
    static final Rule NOT_YOURS = Rule.forbidden("case-not-yours", "product G3: three levels");
    static final Rule TOO_LONG = Rule.conflict("case-too-long", "architecture.md: a list that grows has an end");
    static final Rule UNIT_LEVEL = Rule.forbidden("unit-level", "product G3: the command room dispatches to departments");
    static final Rule UNIT_OUTSIDE = Rule.forbidden("unit-outside", "product.md, People: own district");
    static final Rule UNIT_UNKNOWN = Rule.invalid("unit-unknown", "product G3");

    static final Rule AREA = Rule.invalid("case-area", "product R1: never a guess");
    static final Rule CATEGORY = Rule.invalid("case-category", "domain.md 4.3");
    static final Rule TEXT_MISSING = Rule.invalid("text-missing", "product G2");
    static final Rule TEXT_TOO_LONG = Rule.invalid("text-too-long", "product G2");
    static final Rule RATING = Rule.invalid("rating", "product G3: rating");
    static final Rule ANSWER_MISSING = Rule.invalid("answer-missing", "product G3");
    static final Rule NOT_TAKEN = Rule.invalid("not-taken-here", "product G3");
    static final Rule REPORTER_NOT_BOUND = Rule.conflict("reporter-not-bound", "product R9");
    static final Rule REPORTER_ROLE = Rule.forbidden("reporter-role", "product G2");
    static final Rule PHOTO_UNKNOWN = Rule.invalid("photo-unknown", "product G2");
    static final Rule PHOTO_TAKEN = Rule.conflict("photo-taken", "product G2: a photo belongs to one case");
    static final Rule PHOTOS_MANY = Rule.invalid("photos-many", "product G2");
    static final Rule SCOPE_NEEDED = Rule.invalid("case-scope-needed", "architecture.md: every list is backed by an index");
    static final Rule STATE_UNKNOWN = Rule.invalid("case-state", "product G3");

    private CaseRules() {}
}
