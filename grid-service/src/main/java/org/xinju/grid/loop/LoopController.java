package org.xinju.grid.loop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows everybody by which rules cases are worked off. */
@RestController
@RequestMapping("/api/grid/loop")
class LoopController {

    private final Loop loop;

    LoopController(Loop loop) {
        this.loop = loop;
    }

    @GetMapping
    Loop read() {
        return loop;
    }
}
