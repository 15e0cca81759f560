package org.xinju.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

import com.google.crypto.tink.KeysetHandle;

/**
 * Makes keyset files, and changes the key of one without downtime, in three steps with a rolling restart of the services after each:
 *
 * <ol>
 *   <li>{@code add}: the new key can be read everywhere, but nothing is written with it yet;
 *   <li>{@code promote}: the new key is used; the owner of the data reseals and indexes anew what is stored;
 *   <li>{@code retire}: the old keys are thrown away. What was not written anew cannot be opened after this.
 * </ol>
 *
 * <p>{@code make} makes a file with a first key; one that is there already stays as it is, since data may be sealed with it.
 *
 * <p>The keyset of the audit chain is never retired while entries under its old keys are kept: the verifier needs them.
 */
public final class KeyRotation {

    private KeyRotation() {}

    /** Operator command: {@code make|add|promote|retire FILE...}. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || !List.of("make", "add", "promote", "retire").contains(arguments[0])) {
            throw new IllegalArgumentException("usage: make|add|promote|retire FILE...");
        }
        for (var file : List.of(arguments).subList(1, arguments.length)) {
            rotate(arguments[0], Path.of(file));
        }
    }

    static void rotate(String step, Path path) throws IOException {
        var kind = path.getFileName().toString().startsWith("sealing-") ? KeysetKind.SEALING : KeysetKind.HASHING;
        var file = new KeysetFile(path, kind);
        if (step.equals("make")) {
            file.create(kind.fresh());
            return;
        }
        var keyset = file.read().orElseThrow(() -> new KeysetUnusableException("There is no keyset file " + path));
        file.replace(switch (step) {
            case "add" -> build(kind.builder(keyset).addEntry(kind.freshKey()));
            case "promote" -> promoted(kind.builder(keyset));
            default -> onlyPrimary(kind.builder(keyset));
        });
    }

    private static KeysetHandle promoted(KeysetHandle.Builder builder) {
        builder.getAt(builder.size() - 1).makePrimary();
        return build(builder);
    }

    private static KeysetHandle onlyPrimary(KeysetHandle.Builder builder) {
        for (var i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        return build(builder);
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset cannot be changed", e);
        }
    }
}
