package org.xinju.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.privacy.access.AccessReport;
import org.xinju.privacy.access.AccessVerifier;
import org.xinju.privacy.access.ChainNames;

/** Has the log of looks at personal data verified. Shows which entries are wrong, not what stands in them. */
@RestController
@RequestMapping("/api/${xinju.web.service}/operations/accesses")
class AuditController {

    private static final int MOST_SHOWN = 100;

    private final AccessVerifier verifier;
    private final ChainNames names;
    private final PublishedHeads published;
    private final Words words;

    AuditController(AccessVerifier verifier, ChainNames names, PublishedHeads published, Words words) {
        this.verifier = verifier;
        this.names = names;
        this.published = published;
        this.words = words;
    }

    /**
     * What was verified.
     *
     * @param chains one for each start of a replica that has shown something
     * @param broken chains that are not as they were written
     * @param breaks the first wrong entry of each of these, at most {@value #MOST_SHOWN}
     */
    record Verification(boolean intact, long entries, long chains, int broken, List<Break> breaks) {}

    /**
     * The first wrong entry of a chain.
     *
     * @param number of the entry that is wrong or missing
     * @param entry id of its document, of the missing one too
     * @param why in words
     */
    record Break(AccessReport.Kind kind, String chain, long number, String entry, String why) {}

    /** @param since chains that were begun before this day (UTC) are left out */
    @GetMapping("/verification")
    Verification verify(Caller caller, Locale locale, @RequestParam(required = false) @Nullable LocalDate since) {
        caller.require(Role.AUDITOR);
        var known = published.last(); // before the store is read: what is written meanwhile is then at most more than is known
        var report = verifier.verify(since == null ? "" : names.since(since), known);
        return new Verification(report.intact(), report.entries(), report.chains(), report.breaks().size(),
                report.breaks().stream().limit(MOST_SHOWN).map(one -> shown(one, locale)).toList());
    }

    private Break shown(AccessReport.Break one, Locale locale) {
        return new Break(one.kind(), one.chain(), one.number(), one.id(), words.of("break." + one.kind(), locale));
    }
}
