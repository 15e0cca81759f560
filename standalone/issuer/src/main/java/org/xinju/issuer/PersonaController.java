package org.xinju.issuer;

import java.util.Collection;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells who can be asked for; no secret is in it. */
@RestController
class PersonaController {

    private final Personas personas;

    PersonaController(Personas personas) {
        this.personas = personas;
    }

    @GetMapping("/personas")
    Collection<Persona> personas() {
        return personas.all();
    }
}
