package org.xinju.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.xinju.launcher.command.Commands;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;
import org.xinju.launcher.words.Words;

/** Does one command; the property {@code xinju.root} names the checkout. */
public final class Main {

    private Main() {}

    /** Ends with the command's status, 1 when it refuses. */
    public static void main(String[] arguments) throws Exception {
        var words = Words.of(System.getenv());
        var root = Path.of(System.getProperty("xinju.root", ".")).toAbsolutePath().normalize();
        int status;
        try {
            status = new Commands(root, System.getenv(), new Console(System.out, words)).run(List.of(arguments));
        } catch (IOException e) { // a disk that became full, a folder that became read-only
            status = ioTrouble(words, e);
        } catch (UncheckedIOException e) {
            status = ioTrouble(words, Objects.requireNonNull(e.getCause()));
        } catch (Refusal e) {
            System.err.println(e.in(words));
            status = 1;
        }
        System.exit(status);
    }

    private static int ioTrouble(Words words, IOException e) {
        System.err.println(words.say("io-trouble", e));
        return 1;
    }
}
