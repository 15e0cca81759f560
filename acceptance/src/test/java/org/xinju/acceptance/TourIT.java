package org.xinju.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's first tour, typed block by block into one shell beside a fresh {@code ./run} with its demonstration world. */
class TourIT {

    private static final String BETWEEN = "=== end of block ===";

    /** What each block must show, in the order of the blocks. */
    private static final List<List<String>> SHOWN = List.of(
            List.of("\"state\":\"DONE\"", "\"dryRun\":true", "ACCEPTED", "REJECTED", "idNumber"),
            List.of("\"total\":", "\"clause\":", "\"nextOn\":"),
            List.of("G003", "\"status\":\"PENDING\""),
            List.of("\"state\":\"ACCEPTED\"", "\"step\":\"acceptances\"", "grid.case.accepted.v1", "\"own\":false"));

    @Test
    void every_block_of_the_tour_shows_what_it_promises() throws IOException {
        var blocks = blocks();
        assertThat(blocks).hasSameSizeAs(SHOWN);
        var data = Path.of("target/running").toAbsolutePath();
        RunningSystem.reset(data);
        try (var system = RunningSystem.start(data)) {
            var script = String.join("\necho '" + BETWEEN + "'\n", blocks).replace("http://localhost:8080", system.gateway());
            var shown = system.shell(script).split(BETWEEN, -1);
            for (var i = 0; i < blocks.size(); i++) {
                assertThat(shown[i]).as(blocks.get(i)).contains(SHOWN.get(i)).doesNotContain("xinju.org/problems");
            }
        }
    }

    private static List<String> blocks() throws IOException {
        var readme = Files.readString(RunningSystem.root().resolve("README.md"));
        var tour = readme.substring(readme.indexOf("## A first tour"), readme.indexOf("## Break it"));
        var found = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(tour);
        var blocks = new ArrayList<String>();
        while (found.find()) {
            blocks.add(found.group(1));
        }
        return blocks;
    }
}
