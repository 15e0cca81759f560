package org.xinju.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import com.google.crypto.tink.KeysetHandle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with the keyset files, for example mounted secrets: {@code sealing-<class>.json}, {@code index-<purpose>.json} and {@code
 * audit-chain.json}, {@code request-digest.json}. Only what is asked for is read.
 */
public final class KeyFolder {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);

    private final @Nullable Path directory;
    private final boolean makesMissing;
    private final AtomicBoolean warned = new AtomicBoolean();

    private KeyFolder(@Nullable Path directory, boolean makesMissing) {
        this.directory = directory;
        this.makesMissing = makesMissing;
    }

    /** A folder that must hold what is asked for; null holds nothing. */
    public static KeyFolder given(@Nullable Path directory) {
        return new KeyFolder(directory, false);
    }

    /** A folder in which missing keysets are made, for development and tests: who loses the folder loses the data. */
    public static KeyFolder making(@Nullable Path directory) {
        return new KeyFolder(directory, true);
    }

    /** @throws KeysetUnusableException if a keyset is missing or broken */
    public Sealing sealing(Collection<FieldClass> fields) {
        return new Sealing(keysets(FieldClass.class, fields, FieldClass::fileName, KeysetKind.SEALING));
    }

    /** @throws KeysetUnusableException if a keyset is missing or broken */
    public BlindIndex blindIndex(Collection<IndexPurpose> purposes) {
        return new BlindIndex(keysets(IndexPurpose.class, purposes, IndexPurpose::fileName, KeysetKind.HASHING));
    }

    /**
     * The key that the chain of accesses is made with.
     *
     * @throws KeysetUnusableException if the keyset is missing or broken
     */
    public KeyedHash auditChain() {
        return new KeyedHash(keyset("audit-chain.json", KeysetKind.HASHING));
    }

    /**
     * The key for fingerprints of requests: tells a repetition from another request without keeping what was asked.
     *
     * @throws KeysetUnusableException if the keyset is missing or broken
     */
    public KeyedHash requestDigest() {
        return new KeyedHash(keyset("request-digest.json", KeysetKind.HASHING));
    }

    private <K extends Enum<K>> EnumMap<K, KeysetHandle> keysets(
            Class<K> type, Collection<K> keys, Function<K, String> fileName, KeysetKind kind) {
        var keysets = new EnumMap<K, KeysetHandle>(type);
        keys.forEach(key -> keysets.put(key, keyset(fileName.apply(key), kind)));
        return keysets;
    }

    private KeysetHandle keyset(String fileName, KeysetKind kind) {
        if (directory == null) {
            throw new KeysetUnusableException("Set xinju.keys.directory (XINJU_KEYS_DIRECTORY) to the folder that holds " + fileName);
        }
        var file = new KeysetFile(directory.resolve(fileName), kind);
        return file.read().orElseGet(() -> made(file));
    }

    private KeysetHandle made(KeysetFile file) {
        if (makesMissing) {
            try {
                Files.createDirectories(file.path().toAbsolutePath().getParent());
                if (file.create(file.kind().fresh())) {
                    warnOnce();
                }
                return file.read().orElseThrow();
            } catch (IOException e) {
                throw new KeysetUnusableException(
                        "The development keyset %s cannot be written: %s".formatted(file.path(), e.getClass().getSimpleName()), e);
            }
        }
        throw new KeysetUnusableException(("The keyset file %s is missing; put it there or "
                + "let xinju.keys.directory (XINJU_KEYS_DIRECTORY) name the folder that holds it").formatted(file.path()));
    }

    private void warnOnce() {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("Making missing development keys in {}; what is sealed with them is lost with this folder", directory);
        }
    }
}
