package org.xinju.points.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policy versions that come with the service. */
public final class PublishedPolicies {

    private static final String DG_DEFAULT = "/policy/DG-DEFAULT.json";
    private static final String BEILUN_2021 = "/policy/BEILUN-2021.json";

    private PublishedPolicies() {}

    /** The documents of all of them. */
    public static List<String> documents() {
        return List.of(document(DG_DEFAULT), document(BEILUN_2021));
    }

    /** The default edition of Dagi (domain.md 1.7), {@code DG-DEFAULT@1}. */
    public static PolicyVersion dgDefault() {
        return new PolicyReader().read(document(DG_DEFAULT)).orThrow();
    }

    /** The last edition that the district ran by itself (domain.md 1.4), as far as it is known, {@code BEILUN-2021@1}; for replays. */
    public static PolicyVersion beilun2021() {
        return new PolicyReader().read(document(BEILUN_2021)).orThrow();
    }

    private static String document(String resource) {
        try (InputStream in = PublishedPolicies.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
