package org.xinju.points.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Codec;
import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.points.explain.FaultWords;
import org.xinju.points.explain.PolicyDifference;
import org.xinju.points.policy.PolicyFault;
import org.xinju.points.policy.PolicyReader;
import org.xinju.points.policy.PolicyReading;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.publishing.Edition.Status;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Cursor;
import org.xinju.web.Page;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Shows everybody what was published; takes drafts from points officers and publishers, approvals and publications from publishers. */
@RestController
@RequestMapping("/api/points/policies")
class PolicyController {

    static final Rule FAULT = Rule.invalid("policy-fault", "product P1: readable errors");
    static final Rule REFERENCE = Rule.invalid("policy-reference", "product P1: a version is immutable");

    private static final Role[] AUTHORS = {Role.POINTS_OFFICER, Role.POLICY_PUBLISHER};
    private static final int MOST_FAULTS = 50;
    private static final int LONGEST_WORDS = 400;

    private final Policies policies;
    private final PolicyReader reader = new PolicyReader();

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    /** @param name in the reader's language */
    record View(String reference, String name, Status status, LocalDate effectiveFrom) {}

    /** @param document as it was drafted */
    record Whole(String reference, Status status, LocalDate effectiveFrom, Map<String, Object> document) {}

    /** What the later version says otherwise than the earlier one. */
    record Comparison(String earlier, String later, List<PolicyDifference> differences) {}

    /** Drafts are shown to those who may write them. */
    @GetMapping
    Page<View> list(Caller caller, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        var statuses = caller.is(AUTHORS) ? List.of(Status.values()) : List.of(Status.PUBLISHED);
        var found = policies.page(statuses, Cursor.decode(cursor), Cursor.limit(limit) + 1);
        return Page.of(found, limit, Stored::id, edition -> view(edition, locale));
    }

    @GetMapping("/schema")
    Map<String, Object> schema() {
        return reader.schema();
    }

    @GetMapping("/{reference}")
    ResponseEntity<Whole> read(Caller caller, @PathVariable String reference) {
        return Answers.found(seen(caller, reference), edition -> new Whole(edition.id(), edition.state().status(),
                edition.state().effectiveFrom(), PolicyReader.fields(edition.state().document())));
    }

    /** @param from reference of the version that it is compared with */
    @GetMapping("/{reference}/differences")
    Comparison compare(Caller caller, @PathVariable String reference, @RequestParam String from, Locale locale) {
        var later = policies.version(seen(caller, reference));
        var earlier = policies.version(seen(caller, from));
        return new Comparison(from, reference, PolicyDifference.between(earlier, later, locale));
    }

    @PostMapping
    ResponseEntity<View> draft(Caller caller, Command command, @RequestBody Map<String, Object> document, Locale locale) {
        caller.require(AUTHORS);
        var text = Codec.toJson(document);
        var policy = sound(text, locale);
        var draft = Edition.draft(policy, text, caller.signIn());
        return Answers.created(policies.draft(policy, command.cause(document, 201), draft), "/api/points/policies",
                edition -> view(edition, locale));
    }

    /** The whole document anew. */
    @PostMapping("/{reference}/changes")
    ResponseEntity<View> revise(Caller caller, Command command, @PathVariable String reference, @RequestBody Map<String, Object> document,
            Locale locale) {
        caller.require(AUTHORS);
        var text = Codec.toJson(document);
        var policy = sound(text, locale);
        if (!policy.reference().toString().equals(reference)) {
            throw new RejectedException(List.of(Rejection.of(REFERENCE, reference).at("/reference")));
        }
        return answer(policies.change(reference, command.cause(document, 200), edition -> edition.revise(policy, text, caller.signIn())),
                locale);
    }

    @PostMapping("/{reference}/approvals")
    ResponseEntity<View> approve(Caller caller, Command command, @PathVariable String reference, Locale locale) {
        caller.require(Role.POLICY_PUBLISHER);
        return answer(policies.change(reference, command.cause("approval", 200), edition -> edition.approve(caller.signIn())), locale);
    }

    @PostMapping("/{reference}/publications")
    ResponseEntity<View> publish(Caller caller, Command command, @PathVariable String reference, Locale locale) {
        caller.require(Role.POLICY_PUBLISHER);
        return answer(policies.publish(reference, command.cause("publication", 200)), locale);
    }

    /** A draft is unknown to who may not write one. */
    private Stored<Edition> seen(Caller caller, String reference) {
        return policies.find(reference).filter(edition -> edition.state().status() == Status.PUBLISHED || caller.is(AUTHORS))
                .orElseThrow(() -> RejectedException.of(Edition.UNKNOWN));
    }

    private PolicyVersion sound(String document, Locale locale) {
        return switch (reader.read(document)) {
            case PolicyReading.Sound(var policy) -> policy;
            case PolicyReading.Faulty(var faults) -> throw new RejectedException(faults.stream().limit(MOST_FAULTS)
                    .map(fault -> rejection(fault, locale)).toList());
        };
    }

    private static Rejection rejection(PolicyFault fault, Locale reader) {
        var words = FaultWords.of(fault, reader);
        return Rejection.of(FAULT, words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + " …" : words)
                .at(fault.path().isEmpty() ? "/" : fault.path());
    }

    private ResponseEntity<View> answer(Outcome<Edition> outcome, Locale locale) {
        return Answers.of(outcome, edition -> view(edition, locale));
    }

    private View view(Stored<Edition> edition, Locale locale) {
        return new View(edition.id(), policies.version(edition).names().in(locale), edition.state().status(), edition.state().effectiveFrom());
    }
}
