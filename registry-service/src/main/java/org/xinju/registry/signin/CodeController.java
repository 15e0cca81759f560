package org.xinju.registry.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Outcome;
import org.xinju.events.Rejection;
import org.xinju.events.Rule;
import org.xinju.events.Stored;
import org.xinju.privacy.Mask;
import org.xinju.registry.binding.Binding;
import org.xinju.registry.binding.Bindings;
import org.xinju.registry.identity.DocumentType;
import org.xinju.registry.identity.Phone;
import org.xinju.registry.resident.Resident;
import org.xinju.registry.resident.Residents;
import org.xinju.registry.resident.Seals;
import org.xinju.registry.signin.BindingCodes.SignIn;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Binds the caller's sign-in to the caller's record by a code that comes by SMS. */
@RestController
@RequestMapping("/api/registry/binding-codes")
class CodeController {

    static final Rule MOBILE = Rule.invalid("binding-code-mobile", "product R9: the code comes by SMS");

    private final Codes codes;
    private final Residents residents;
    private final Seals seals;
    private final Bindings bindings;
    private final Clock clock;

    CodeController(Codes codes, Residents residents, Seals seals, Bindings bindings, Clock clock) {
        this.codes = codes;
        this.residents = residents;
        this.seals = seals;
        this.bindings = bindings;
        this.clock = clock;
    }

    /** @param documentType null: citizen ID */
    record Request(@Nullable String idNumber, @Nullable DocumentType documentType, @Nullable String phone) {}

    /**
     * The same whoever asks for whomever.
     *
     * @param sentTo the phone as given, masked
     */
    record Asked(String id, String sentTo, long validMinutes) {}

    record Attempt(@Nullable String code) {}

    record Bound(Binding.Kind kind, String target) {}

    @PostMapping
    ResponseEntity<Asked> ask(Caller caller, Command command, @RequestBody Request request) {
        caller.require(Role.RESIDENT);
        var refusals = new ArrayList<Rejection>();
        var type = request.documentType() == null ? DocumentType.CITIZEN_ID : request.documentType();
        var number = type.parse(Objects.requireNonNullElse(request.idNumber(), ""), LocalDate.now(clock)).orReport("idNumber", refusals::add);
        var phone = Phone.parse(Objects.requireNonNullElse(request.phone(), "")).orReport("phone", refusals::add);
        if (phone.isPresent() && phone.get().kind() != Phone.Kind.MOBILE) {
            refusals.add(Rejection.of(MOBILE).at("phone"));
        }
        if (!refusals.isEmpty() || number.isEmpty() || phone.isEmpty()) {
            throw new RejectedException(refusals);
        }
        find(type, number.get(), phone.get()).ifPresent(resident -> {
            var outcome = codes.issue(resident, command.createdId(), signIn(caller), command.cause(request, HttpStatus.ACCEPTED.value()));
            if (!(outcome instanceof Outcome.Rejected<BindingCodes>)) { // a limit that is reached must not tell who is registered
                Answers.done(outcome);
            }
        });
        return ResponseEntity.accepted()
                .body(new Asked(command.createdId(), Mask.phone(phone.get().number()), BindingCodes.LIFETIME.toMinutes()));
    }

    /** The registered person whose mobile this is. */
    private Optional<String> find(DocumentType type, String number, Phone phone) {
        var indexes = seals.phoneIndexes(phone.number());
        return residents.byNumbers(seals.numberIndexes(type, number)).values().stream().filter(resident -> {
            var registered = resident.state().phone();
            return resident.state().status() != Resident.Status.LEFT && registered != null && registered.kind() == Phone.Kind.MOBILE
                    && !Collections.disjoint(registered.indexes(), indexes);
        }).map(Stored::id).findFirst();
    }

    /** Unknown, expired, void and wrong are told alike. */
    @PostMapping("/{id}/confirmations")
    ResponseEntity<Bound> confirm(Caller caller, Command command, @PathVariable String id, @RequestBody Attempt attempt) {
        caller.require(Role.RESIDENT);
        var resident = codes.ofIssue(id).map(Stored::id).orElseThrow(CodeController::wrong);
        var cause = command.cause(attempt, HttpStatus.CREATED.value());
        var tried = Answers.done(codes.tryOut(resident, id, signIn(caller), Objects.requireNonNullElse(attempt.code(), "").strip(), cause));
        var proof = tried.stored().state().confirmed(id, signIn(caller)).orElseThrow(CodeController::wrong);
        var binding = bindingOf(caller.issuer(), caller.subject(), resident, proof.issuedAt());
        var bound = Answers.done(bindings.bindProven(binding, cause)).stored().state();
        return ResponseEntity.status(HttpStatus.CREATED).body(new Bound(bound.kind(), bound.target()));
    }

    private static RejectedException wrong() {
        return new RejectedException(List.of(Rejection.of(BindingCodes.WRONG).at("code")));
    }

    static Binding bindingOf(String issuer, String subject, String resident, Instant proof) {
        return new Binding(issuer, subject, Binding.Kind.RESIDENT, resident, false, proof);
    }

    private static SignIn signIn(Caller caller) {
        return new SignIn(caller.issuer(), caller.subject());
    }
}
