package org.xinju.acceptance.crash;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The short version of {@code ./run crash}: each process dies once while commands are under way. */
class CrashIT {

    private static final int COMMANDS = 500;
    private static final int PROCESSES = 9;

    @Test
    void every_accepted_command_has_exactly_one_effect_although_each_process_is_killed() {
        var plan = new CrashRun.Plan(20261125, COMMANDS, PROCESSES, 1, 8, false);

        var table = CrashRun.run(plan, Path.of("target/running").toAbsolutePath(), System.out);

        assertThat(table.findings()).as(table.text()).isEmpty();
        assertThat(table.killed()).as("every process, each with a command in flight").hasSize(PROCESSES)
                .allSatisfy(killed -> assertThat(killed.inFlight()).isPositive())
                .extracting(killed -> killed.kill().process()).doesNotHaveDuplicates();
        assertThat(table.accepted()).isGreaterThanOrEqualTo(COMMANDS * 9 / 10);
        System.out.print(table.text());
    }
}
