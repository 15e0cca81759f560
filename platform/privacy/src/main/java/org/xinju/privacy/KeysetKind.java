package org.xinju.privacy;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;

/** The two kinds of keysets. A file must hold keys of its kind only: a mix-up of two files is found at the start and not in the data. */
enum KeysetKind {
    SEALING("AES256-GCM", PredefinedAeadParameters.AES256_GCM),
    HASHING("HMAC-SHA256 PRF", PredefinedPrfParameters.HMAC_SHA256_PRF);

    private final String words;
    private final Parameters parameters;

    KeysetKind(String words, Parameters parameters) {
        this.words = words;
        this.parameters = parameters;
    }

    KeysetHandle fresh() {
        try {
            return KeysetHandle.generateNew(parameters, configuration());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    KeysetHandle.Builder.Entry freshKey() {
        return KeysetHandle.generateEntryFromParameters(parameters).withRandomId();
    }

    KeysetHandle.Builder builder(KeysetHandle keyset) {
        return KeysetHandle.newBuilder(keyset).setConfiguration(configuration());
    }

    KeysetHandle parse(String json) throws GeneralSecurityException {
        var keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, configuration(), InsecureSecretKeyAccess.get());
        for (var i = 0; i < keyset.size(); i++) {
            if (!keyset.getAt(i).getKey().getParameters().equals(parameters)) {
                throw new GeneralSecurityException("a key of another kind");
            }
        }
        return keyset;
    }

    String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, configuration(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset cannot be written", e);
        }
    }

    <P> P primitive(KeysetHandle keyset, Class<P> type) {
        try {
            return keyset.getPrimitive(configuration(), type);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset is not for " + words, e);
        }
    }

    private Configuration configuration() {
        return this == SEALING ? AeadConfig2026.get() : PrfConfig2026.get();
    }

    @Override
    public String toString() {
        return words;
    }
}
