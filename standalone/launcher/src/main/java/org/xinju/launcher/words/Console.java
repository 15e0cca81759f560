package org.xinju.launcher.words;

import java.io.PrintStream;

/** Where lines of progress go; safe to share among threads. */
public final class Console {

    private final PrintStream out;
    private final Words words;

    public Console(PrintStream out, Words words) {
        this.out = out;
        this.words = words;
    }

    /** One sentence of the bundle on a line of its own. */
    public void say(String key, Object... arguments) {
        print(words.say(key, arguments));
    }

    public void print(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    public Words words() {
        return words;
    }
}
