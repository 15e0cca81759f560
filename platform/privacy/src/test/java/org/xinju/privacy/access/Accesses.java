package org.xinju.privacy.access;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.xinju.privacy.KeyFolder;
import org.xinju.privacy.KeyedHash;

/** Looks at data, for the tests. */
final class Accesses {

    static final Actor WORKER = new Actor("https://issuer.example", "sub-7", "grid-worker");

    private Accesses() {}

    static Access of(String resident) {
        return new Access(WORKER, "resident.read", Purpose.REGISTRATION, List.of(resident), List.of("name", "phone"), "req-" + resident,
                Instant.parse("2026-11-23T08:00:00.123456Z"));
    }

    static KeyedHash key(Path folder) {
        return KeyFolder.making(folder).auditChain();
    }
}
