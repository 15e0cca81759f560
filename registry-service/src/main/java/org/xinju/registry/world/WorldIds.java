package org.xinju.registry.world;

import java.util.Locale;
import java.util.stream.IntStream;

import org.xinju.events.Ids;

/**
 * What other generators of the made-up world may rely on: ids and places of its people by formula, without asking the registry. Pure arithmetic; a
 * service that needs a formula copies it with its test values.
 */
public final class WorldIds {

    /** Grids {@code G001} to {@code G143} of dagi.csv, index 0 to 142. */
    public static final int GRIDS = 143;

    /** Persons {@code 5d} to {@code 5d + 4} live in dwelling {@code d}: 150,000 people in 30,000 dwellings. */
    public static final int PEOPLE_PER_DWELLING = 5;

    /**
     * 富春 (G027 to G030) and 学苑 (G053 to G056) have about 20,000 new residents each (domain facts 0): each of their grids gets six shares, every
     * other grid one.
     */
    private static final int[] CROWDED = {26, 27, 28, 29, 52, 53, 54, 55};
    private static final int SHARES = GRIDS + 5 * CROWDED.length;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private WorldIds() {}

    /** Id of resident {@code i}, a UUID as text: {@code Ids.derive("world", seed, "resident", i)}. */
    public static String resident(long seed, int i) {
        return id(seed, "resident", i);
    }

    /** Id of dwelling {@code d}. */
    public static String dwelling(long seed, int d) {
        return id(seed, "dwelling", d);
    }

    /** What the landlord's sign-in would be bound to; dwellings {@code 3k} to {@code 3k + 2} belong to landlord {@code k}. */
    public static String landlord(long seed, int k) {
        return id(seed, "landlord", k);
    }

    /** The dwelling in which a person lives, or lived last. */
    public static int dwellingOf(int i) {
        return i / PEOPLE_PER_DWELLING;
    }

    /** Index of the grid in which a dwelling really lies, 0 to 142, also where its address does not tell. */
    public static int gridOfDwelling(long seed, int d) {
        var share = Math.floorMod(Ids.derive("world", Long.toString(seed), "grid", Integer.toString(d)).getLeastSignificantBits(), SHARES);
        return share < GRIDS ? share : CROWDED[(share - GRIDS) % CROWDED.length];
    }

    /** Index of the grid in which a person really lives or lived last, 0 to 142. The registry knows it for about 97 of 100. */
    public static int gridOf(long seed, int i) {
        return gridOfDwelling(seed, dwellingOf(i));
    }

    /** Id of the area with a grid index: {@code G001} for 0. */
    public static String gridId(int grid) {
        return String.format(Locale.ROOT, "G%03d", grid + 1);
    }

    /** Credit code of enterprise {@code e}, the same in every world; checked by both check characters (GB 32100, GB 11714). */
    public static String enterprise(int e) {
        var organisation = String.format(Locale.ROOT, "W%07d", e);
        var sum = IntStream.range(0, 8).map(n -> Character.digit(organisation.charAt(n), 36) * ORGANISATION_WEIGHTS[n]).sum();
        var organisationCheck = "0X987654321".charAt(sum % 11);
        var head = (e % 7 == 3 ? "92" : "91") + "990206" + organisation + organisationCheck;
        var weighted = 0;
        var weight = 1;
        for (var n = 0; n < 17; n++) {
            weighted += ALPHABET.indexOf(head.charAt(n)) * weight;
            weight = weight * 3 % 31;
        }
        return head + ALPHABET.charAt((31 - weighted % 31) % 31);
    }

    private static String id(long seed, String kind, int index) {
        return Ids.derive("world", Long.toString(seed), kind, Integer.toString(index)).toString();
    }
}
