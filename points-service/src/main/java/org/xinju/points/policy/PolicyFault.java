package org.xinju.points.policy;

/**
 * One thing wrong in a policy document, told so that its author can put it right.
 *
 * @param path JSON Pointer into the document, for example {@code /indicators/4/cap}
 * @param reason what is wrong, in a sentence
 * @param example what would be right there; empty when no example helps
 */
public record PolicyFault(String path, String reason, String example) {

    @Override
    public String toString() {
        return (path.isEmpty() ? "/" : path) + ": " + reason + (example.isEmpty() ? "" : " (for example " + example + ")");
    }
}
