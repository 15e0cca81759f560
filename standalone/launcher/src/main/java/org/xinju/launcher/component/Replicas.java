package org.xinju.launcher.component;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.xinju.launcher.words.Refusal;

/**
 * How many processes of a service are asked for.
 *
 * @param counts by the component's name; one where nothing is said
 */
public record Replicas(Map<String, Integer> counts) {

    public static final Replicas ONE_EACH = new Replicas(Map.of());

    /** Between the ports of two replicas of a service. */
    private static final int APART = 10;
    private static final int MOST = 9; // the ports of more would reach the broker's

    /**
     * Reads {@code points-service=2,grid-service=3}.
     *
     * @throws Refusal when it cannot be understood, or is not about a service
     */
    public static Replicas of(String text) {
        var counts = new TreeMap<String, Integer>();
        for (var part : text.split(",")) {
            var words = part.strip().split("=", -1);
            if (words.length != 2 || !words[1].matches("[0-9]{1,3}")) {
                throw new Refusal("replicas-unclear", part.strip());
            }
            var count = Integer.parseInt(words[1]);
            if (!Components.SERVICES.contains(words[0])) {
                throw new Refusal("replicas-of-what", words[0], String.join(", ", Components.SERVICES));
            }
            if (count < 1 || count > MOST) {
                throw new Refusal("replicas-how-many", words[0], count, MOST);
            }
            counts.put(words[0], count);
        }
        return new Replicas(Map.copyOf(counts));
    }

    /** Both together; what the other says about a service holds. */
    public Replicas and(Replicas other) {
        var all = new TreeMap<>(counts);
        all.putAll(other.counts);
        return new Replicas(Map.copyOf(all));
    }

    /** The ports of a service's replicas, each ten above the one before. */
    List<Port> ports(String service, Port first) {
        return IntStream.range(0, counts.getOrDefault(service, 1)).mapToObj(n -> first.above(APART * n)).toList();
    }
}
