package org.xinju.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.xinju.launcher.process.ProcessRecord.State;

import static org.assertj.core.api.Assertions.assertThat;

class RunFolderTest {

    @TempDir
    private Path folder;

    @Test
    void a_record_of_a_living_process_is_found() {
        var run = new RunFolder(folder);
        var self = ProcessHandle.current();
        var record = new ProcessRecord("store", self.pid(), ProcessRecord.startOf(self), 27117, State.READY, 0, "store.log");

        run.write(record);

        assertThat(run.find("store")).contains(record);
        assertThat(run.living()).containsExactly(record);
    }

    @Test
    void a_pid_that_was_given_to_another_process_since_is_nobody() {
        var run = new RunFolder(folder);

        run.write(new ProcessRecord("store", ProcessHandle.current().pid(), Instant.EPOCH, 27117, State.READY, 0, "store.log"));

        assertThat(run.living()).isEmpty();
    }

    @Test
    void half_a_record_is_as_good_as_none() throws IOException {
        Files.writeString(folder.resolve("store.json"), "{\"name\":\"sto");

        assertThat(new RunFolder(folder).living()).isEmpty();
    }
}
