package org.xinju.store.index;

import org.jspecify.annotations.Nullable;

/** What every string that a regular expression finds begins with. */
final class Prefix {

    private static final String SPECIAL = ".[](){}*+?|^$\\";

    private Prefix() {}

    /**
     * The literal text after the anchor, as far as it goes.
     *
     * @return empty when nothing is known: no anchor, alternatives, options that change the meaning
     */
    static String of(String pattern, @Nullable String options) {
        var meaningful = options == null ? "" : options.replaceAll("[su]", "");
        if (!pattern.startsWith("^") || !meaningful.isEmpty() || pattern.contains("|")) {
            return "";
        }
        var prefix = new StringBuilder();
        var at = 1;
        while (at < pattern.length()) {
            var letter = pattern.charAt(at);
            if (pattern.startsWith("\\Q", at)) {
                var end = pattern.indexOf("\\E", at);
                var literal = pattern.substring(at + 2, end < 0 ? pattern.length() : end);
                prefix.append(literal);
                at = end < 0 ? pattern.length() : end + 2;
            } else if (letter == '\\' && at + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(at + 1))) {
                prefix.append(pattern.charAt(at + 1));
                at += 2;
            } else if (SPECIAL.indexOf(letter) >= 0) {
                var optional = letter == '*' || letter == '?' || letter == '{';
                return optional ? prefix.substring(0, Math.max(0, prefix.length() - lastLetter(prefix))) : prefix.toString();
            } else {
                prefix.append(letter);
                at++;
            }
        }
        return prefix.toString();
    }

    /** A quantifier counts the whole last letter, which may be two chars long. */
    private static int lastLetter(CharSequence text) {
        return text.length() > 1 && Character.isSurrogatePair(text.charAt(text.length() - 2), text.charAt(text.length() - 1)) ? 2 : 1;
    }

    /** The first value above all strings that begin so. */
    static Object after(String prefix) {
        var end = prefix.length();
        while (end > 0 && prefix.charAt(end - 1) == Character.MAX_VALUE) {
            end--;
        }
        return end == 0 ? new ValueOrder.Edge(ValueOrder.STRING, true)
            : prefix.substring(0, end - 1) + (char) (prefix.charAt(end - 1) + 1);
    }
}
