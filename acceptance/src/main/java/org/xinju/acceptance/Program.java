package org.xinju.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Other programs, run to their end. */
public final class Program {

    private Program() {}

    /**
     * Runs it and gives what it printed.
     *
     * @throws IllegalStateException with what it printed, when it ends with another status than 0 or not in time
     */
    public static String output(ProcessBuilder program, Duration limit) {
        try {
            var output = Files.createTempFile("xinju-program", ".log"); // a program that stays in the background may keep a pipe open
            var process = program.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(program.command() + " took longer than " + limit + ":\n" + Files.readString(output));
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(program.command() + " ended with " + process.exitValue() + ":\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
