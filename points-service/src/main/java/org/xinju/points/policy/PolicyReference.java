package org.xinju.points.policy;

/**
 * The name of a published policy version, written {@code DG-DEFAULT@1}. What it names never changes.
 *
 * @param id the policy, upper case with hyphens
 * @param version counted from 1 within the policy
 */
public record PolicyReference(String id, int version) {

    public PolicyReference {
        if (id.isBlank() || version < 1) {
            throw new IllegalArgumentException("a policy reference looks like DG-DEFAULT@1");
        }
    }

    /** @throws IllegalArgumentException when the text is not of the form {@code ID@NUMBER} */
    public static PolicyReference parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("a policy reference looks like DG-DEFAULT@1, not " + text);
        }
        return new PolicyReference(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
