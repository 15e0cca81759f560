package org.xinju.points.policy;

import java.util.List;
import java.util.stream.Collectors;

/** What came of reading a policy document: a version, or everything that is wrong with it at once. */
public sealed interface PolicyReading {

    /** The document holds. */
    record Sound(PolicyVersion version) implements PolicyReading {}

    /** The document does not hold; {@code faults} has at least one, in the order of the document. */
    record Faulty(List<PolicyFault> faults) implements PolicyReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** @throws IllegalArgumentException with all faults, when the document does not hold */
    default PolicyVersion orThrow() {
        return switch (this) {
            case Sound(var version) -> version;
            case Faulty(var faults) -> throw new IllegalArgumentException(
                    faults.stream().map(PolicyFault::toString).collect(Collectors.joining("\n", "the policy document does not hold:\n",
                    "")));
        };
    }
}
