package org.xinju.launcher;

import java.nio.file.Path;
import java.util.List;

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
        } catch (Refusal e) {
            System.err.println(e.in(words));
            status = 1;
        }
        System.exit(status);
    }
}
