package org.xinju.launcher.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The sentences of one language. Chinese is the bundle itself, English the one translation. */
public final class Words {

    public static final Words CHINESE = new Words(Locale.ROOT);
    public static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final ResourceBundle bundle;

    private Words(Locale locale) {
        bundle = ResourceBundle.getBundle("messages.launcher", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language of a terminal: {@code XINJU_LANG}, else as POSIX says {@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG}. */
    public static Words of(Map<String, String> environment) {
        var language = Stream.of("XINJU_LANG", "LC_ALL", "LC_MESSAGES", "LANG").map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty()).findFirst().orElse("");
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    /** Arguments are shown as they are: a port is no amount that would want a thousands separator. */
    public String say(String key, Object... arguments) {
        return MessageFormat.format(bundle.getString(key), Arrays.stream(arguments).map(String::valueOf).toArray());
    }
}
