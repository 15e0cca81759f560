package org.xinju.registry.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rule;
import org.xinju.privacy.access.Purpose;
import org.xinju.registry.binding.Binding;
import org.xinju.registry.binding.Bindings;
import org.xinju.web.Caller;
import org.xinju.web.Cursor;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Words;

/** Shows residents who looked at their data, when, and why. */
@RestController
@RequestMapping("/api/registry/accesses")
class AccessController {

    static final Rule NOT_BOUND = Rule.unknown("sign-in-not-bound", "product R9");

    private final Accesses accesses;
    private final Bindings bindings;
    private final Words words;

    AccessController(Accesses accesses, Bindings bindings, Words words) {
        this.accesses = accesses;
        this.bindings = bindings;
        this.words = words;
    }

    /**
     * One look.
     *
     * @param own whether the resident looked
     * @param who in words: the role of who looked
     * @param why the purpose in words
     * @param what names of the fields in words
     * @param reference to be given when asking about it: names the entry in the log
     */
    record View(Instant at, boolean own, String who, String role, String why, String purpose, List<String> what, String service,
            String reference) {}

    /** Looks at the caller's own record, newest first. */
    @GetMapping
    Page<View> own(Caller caller, Locale locale, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var resident = bindings.target(caller, Binding.Kind.RESIDENT).orElseThrow(() -> RejectedException.of(NOT_BOUND));
        var found = accesses.of(resident, Cursor.decode(cursor), Cursor.limit(limit) + 1);
        return Page.of(found, limit, Accesses.Kept::position, kept -> view(kept.access(), locale));
    }

    private View view(PublishedAccess access, Locale locale) {
        var purpose = Purpose.of(access.purpose());
        var own = purpose.filter(p -> p == Purpose.OWN_DATA).isPresent();
        return new View(access.at(), own, own ? words.of("role.self", locale) : words.of("role." + access.role(), locale), access.role(),
                purpose.map(p -> p.words(locale)).orElse(access.purpose()), access.purpose(),
                access.fields().stream().map(field -> words.of("data." + field, locale)).toList(),
                words.of("service." + access.service(), locale), access.chain() + ":" + access.number());
    }
}
