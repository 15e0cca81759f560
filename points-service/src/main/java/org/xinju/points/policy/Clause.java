package org.xinju.points.policy;

/**
 * The legal text a value rests on. A number without one has no place in a policy: the resident may look it up.
 *
 * @param document number or short title of the text, as published
 * @param item the place in it
 */
public record Clause(String document, String item) {

    /** The reference as it is cited in a ledger entry. */
    public String cite() {
        return document + " " + item;
    }
}
