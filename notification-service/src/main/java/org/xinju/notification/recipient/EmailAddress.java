package org.xinju.notification.recipient;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address that a mail server can take: ASCII, one at sign, a domain with a dot; at most 254 characters (RFC 5321, 4.5.3.1). */
record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
    private static final int LONGEST_LOCAL_PART = 64;

    /** What was typed, with full-width characters and blanks at the ends put right; empty if it is no address. */
    static Optional<EmailAddress> typed(String raw) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        return text.length() <= LONGEST && text.indexOf('@') <= LONGEST_LOCAL_PART && FORM.matcher(text).matches()
                ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** What is shown: {@code l***@example.org}. */
    static String masked(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
    }

    @Override
    public String toString() {
        return "EmailAddress";
    }
}
