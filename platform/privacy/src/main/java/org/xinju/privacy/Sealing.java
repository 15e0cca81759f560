package org.xinju.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;

/**
 * Seals personal data and opens it again: AES256-GCM by Tink, one keyset per {@link FieldClass}. Field class and subject are bound into the
 * seal as associated data, so a value copied to another person or into another field does not open.
 *
 * <p>After a key rotation old values still open; {@link #needsResealing} tells which ones a job should write anew. Safe for use by many
 * threads.
 */
public final class Sealing {

    /** Tink's prefix of a ciphertext: one byte of version, four of key id (developers.google.com/tink/wire-format). */
    private static final int PREFIX = 5;
    private static final byte VERSION = 1;

    private record Key(Aead aead, int primary) {}

    private final Map<FieldClass, Key> keys = new EnumMap<>(FieldClass.class);

    Sealing(Map<FieldClass, KeysetHandle> keysets) {
        keysets.forEach((field, keyset) -> {
            var aead = KeysetKind.SEALING.primitive(keyset, Aead.class);
            keys.put(field, new Key(aead, keyset.getPrimary().getId()));
        });
    }

    /**
     * @param subject id of the person (or dwelling, or file) that the value belongs to
     * @throws KeyNotHeldException if this service has no key for the field class
     * @throws IllegalArgumentException if the text is not well-formed Unicode
     */
    public Sealed seal(FieldClass field, String subject, String plain) {
        return Sealed.of(seal(field, subject, WellFormed.utf8(plain)));
    }

    /** Seals bytes, for example of a file that is read whole; the result is 33 bytes longer. */
    public byte[] seal(FieldClass field, String subject, byte[] plain) {
        try {
            return key(field).aead().encrypt(plain, place(field, subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed for " + field, e);
        }
    }

    /**
     * @throws KeyNotHeldException if this service has no key for the field class
     * @throws SealBrokenException if the value was edited, belongs to another field or subject, or its key is retired
     */
    public String open(FieldClass field, String subject, Sealed sealed) {
        try {
            return WellFormed.text(open(field, subject, sealed.bytes()));
        } catch (CharacterCodingException e) {
            throw new SealBrokenException(field, subject, e);
        }
    }

    /** Opens bytes sealed by {@link #seal(FieldClass, String, byte[])}; the same refusals as for text. */
    public byte[] open(FieldClass field, String subject, byte[] sealed) {
        try {
            return key(field).aead().decrypt(sealed, place(field, subject));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(field, subject, e);
        }
    }

    /** Whether the value was sealed under another key than the one now in use. */
    public boolean needsResealing(FieldClass field, Sealed sealed) {
        var bytes = ByteBuffer.wrap(sealed.bytes());
        return bytes.remaining() < PREFIX || bytes.get() != VERSION || bytes.getInt() != key(field).primary();
    }

    /** Whether this service can seal and open fields of the class. */
    public boolean holds(FieldClass field) {
        return keys.containsKey(field);
    }

    private Key key(FieldClass field) {
        var key = keys.get(field);
        if (key == null) {
            throw new KeyNotHeldException(field, "xinju.keys.sealing");
        }
        return key;
    }

    /** No code of a field class holds a slash, so no two places have the same bytes. */
    private static byte[] place(FieldClass field, String subject) {
        return WellFormed.utf8("xinju/1/" + field.code() + "/" + subject);
    }
}
