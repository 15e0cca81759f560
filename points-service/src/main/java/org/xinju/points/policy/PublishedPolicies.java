package org.xinju.points.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The policy versions that come with the service. */
public final class PublishedPolicies {

    /** The default edition of Dagi (domain.md 1.7). */
    public static final PolicyReference DG_DEFAULT = new PolicyReference("DG-DEFAULT", 1);

    private PublishedPolicies() {}

    /** Reads and checks {@code DG-DEFAULT@1}; read it once at start and keep it. */
    public static PolicyVersion dgDefault() {
        try (InputStream in = PublishedPolicies.class.getResourceAsStream("/policy/DG-DEFAULT.json")) {
            if (in == null) {
                throw new IllegalStateException("policy/DG-DEFAULT.json is not in this build");
            }
            return new PolicyReader().read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).orThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
