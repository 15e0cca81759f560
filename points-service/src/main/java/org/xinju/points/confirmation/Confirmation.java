package org.xinju.points.confirmation;

import java.util.ArrayList;
import java.util.List;

import org.xinju.points.engine.Fact;

/**
 * One fact on its way through a department, with everything that was done about it.
 *
 * @param indicator code of the indicator that it is for
 * @param department code of the department that confirms it
 * @param acts oldest first, at least one
 */
public record Confirmation(String id, String indicator, String department, List<Act> acts) {

    /** How a confirmation stands. */
    public enum Status {
        /** An officer has written it down; the department has not looked yet. */
        DRAFTED,
        /** The department says it is so. */
        CONFIRMED,
        /** The department does not find it proved. */
        REFUSED,
        /** The department had confirmed it, and it never was so. */
        WITHDRAWN,
        /** The resident does not agree. Until somebody else in the department has looked again it stands as it stood before. */
        OBJECTED
    }

    public Confirmation {
        acts = List.copyOf(acts);
    }

    public Act last() {
        return acts.getLast();
    }

    public Status status() {
        return last().status();
    }

    /** Whether the department has to decide. */
    public boolean waits() {
        return status() == Status.DRAFTED || status() == Status.OBJECTED;
    }

    /** Whether it stands, or waits to. */
    public boolean isLive() {
        return waits() || status() == Status.CONFIRMED;
    }

    boolean wasObjectedTo() {
        return acts.stream().anyMatch(act -> act.status() == Status.OBJECTED);
    }

    /** What the last act followed on. */
    Act before() {
        return acts.get(acts.size() - 2);
    }

    /** Whether both rest on the same piece of evidence for the same indicator. */
    boolean repeats(Confirmation other) {
        var one = last().claim().evidence();
        var two = other.last().claim().evidence();
        return !id.equals(other.id) && indicator.equals(other.indicator) && one.kind().equals(two.kind())
                && one.reference().equalsIgnoreCase(two.reference());
    }

    Confirmation then(Act act) {
        var all = new ArrayList<>(acts);
        all.add(act);
        return new Confirmation(id, indicator, department, all);
    }

    /** The revisions of the fact, oldest first; empty as long as the department has not confirmed it. */
    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < acts.size(); i++) {
            var act = acts.get(i);
            if (act.status() == Status.CONFIRMED || act.status() == Status.WITHDRAWN) {
                facts.add(act.claim().fact(id, i + 1L, department, act.at(), act.status() == Status.WITHDRAWN));
            }
        }
        return facts;
    }
}
