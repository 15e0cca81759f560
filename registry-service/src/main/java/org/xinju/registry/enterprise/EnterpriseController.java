package org.xinju.registry.enterprise;

import java.util.ArrayList;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Rejection;
import org.xinju.events.Stored;
import org.xinju.registry.binding.Binding;
import org.xinju.registry.binding.Bindings;
import org.xinju.registry.identity.Uscc;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.RejectedException;
import org.xinju.web.Role;

/** Registers employers. */
@RestController
@RequestMapping("/api/registry/enterprises")
class EnterpriseController {

    private final Enterprises enterprises;
    private final Bindings bindings;

    EnterpriseController(Enterprises enterprises, Bindings bindings) {
        this.enterprises = enterprises;
        this.bindings = bindings;
    }

    record Request(@NotBlank @Size(max = 18) String uscc, @NotBlank @Size(max = 100) String name) {}

    record View(String uscc, String name) {
        static View of(Stored<Enterprise> stored) {
            return new View(stored.id(), stored.state().name());
        }
    }

    @PostMapping
    ResponseEntity<View> register(Caller caller, Command command, @Valid @RequestBody Request request) {
        caller.require(Role.ADMINISTRATOR, Role.COMMAND_ROOM);
        var refusals = new ArrayList<Rejection>();
        var uscc = Uscc.parse(request.uscc()).orReport("uscc", refusals::add).orElseThrow(() -> new RejectedException(refusals));
        return Answers.created(enterprises.register(uscc, request.name(), command.cause(request, 201)), "/api/registry/enterprises", View::of);
    }

    @GetMapping("/{uscc}")
    ResponseEntity<View> read(Caller caller, @PathVariable String uscc) {
        if (!bindings.has(caller, Binding.Kind.ENTERPRISE, uscc)) {
            caller.require(Role.ADMINISTRATOR, Role.COMMAND_ROOM, Role.DISTRICT_CHIEF);
        }
        return Answers.found(enterprises.find(uscc).orElseThrow(() -> RejectedException.of(Enterprises.UNKNOWN)), View::of);
    }
}
