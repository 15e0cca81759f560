package org.xinju.points.explain;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of one language. Points and amounts come as text already, so that no number is dressed in a local format. */
final class Words {

    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter days;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("messages.points", locale, Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.days = DateTimeFormatter.ofPattern(bundle.getString("date.pattern"), locale);
    }

    /** English for readers of English, Chinese for everybody else. */
    static Words in(Locale reader) {
        return new Words(reader.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINA);
    }

    Locale locale() {
        return locale;
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    boolean knows(String key) {
        return bundle.containsKey(key);
    }

    String day(LocalDate day) {
        return days.format(day);
    }

    /** A day that came as ISO 8601 text. */
    String day(String day) {
        return day(LocalDate.parse(day));
    }

    String points(BigDecimal points) {
        return points.toPlainString();
    }

    /** A rate as it stands in the table, without the zeros behind it. */
    String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    String list(List<String> items) {
        return String.join(bundle.getString("list.comma"), items);
    }

    String alternatives(List<String> items) {
        return String.join(bundle.getString("list.or"), items);
    }
}
