package org.xinju.registry.binding;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.xinju.events.Stored;
import org.xinju.web.Answers;
import org.xinju.web.Caller;
import org.xinju.web.Command;
import org.xinju.web.Role;

/** Binds sign-ins. */
@RestController
@RequestMapping("/api/registry/bindings")
class BindingController {

    private final Bindings bindings;

    BindingController(Bindings bindings) {
        this.bindings = bindings;
    }

    record Request(@NotBlank @Size(max = 200) String issuer, @NotBlank @Size(max = 200) String subject, @NotNull Binding.Kind kind,
            @NotBlank @Size(max = 100) String target) {}

    record View(String id, String issuer, String subject, Binding.Kind kind, String target, boolean released) {
        static View of(Stored<Binding> stored) {
            var b = stored.state();
            return new View(stored.id(), b.issuer(), b.subject(), b.kind(), b.target(), b.released());
        }
    }

    record Own(List<View> items) {}

    @PostMapping
    ResponseEntity<View> bind(Caller caller, Command command, @Valid @RequestBody Request request) {
        caller.require(Role.ADMINISTRATOR);
        var binding = new Binding(request.issuer(), request.subject(), request.kind(), request.target(), false, null);
        return Answers.created(bindings.bind(binding, command.cause(request, 201)), "/api/registry/bindings", View::of);
    }

    /** By the person whose sign-in it is (a phone that was lost or sold), or by an administrator. */
    @PostMapping("/{id}/releases")
    ResponseEntity<View> release(Caller caller, Command command, @PathVariable String id) {
        return Answers.of(bindings.release(id, caller, command.cause("release", 200)), View::of);
    }

    /** What the caller's own sign-in stands for. */
    @GetMapping
    Own own(Caller caller) {
        return new Own(bindings.of(caller).stream().map(View::of).toList());
    }
}
