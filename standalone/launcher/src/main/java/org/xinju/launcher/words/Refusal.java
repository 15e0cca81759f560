package org.xinju.launcher.words;

import java.util.List;

/** The command cannot be done; says why and what to do in one sentence. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    /** @param key of the sentence in the bundles */
    public Refusal(String key, Object... arguments) {
        super(Words.ENGLISH.say(key, arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** Which sentence it is. */
    public String key() {
        return key;
    }

    /** The sentence in a language. */
    public String in(Words words) {
        return words.say(key, arguments.toArray());
    }
}
