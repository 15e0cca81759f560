package org.xinju.issuer;

import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** The key that signs tokens: RSA, because resource servers accept RS256 without being told. Kept, so that tokens outlive a restart. */
final class SigningKey {

    static final String FILE = "signing-key.json";

    private SigningKey() {}

    /** @throws UnfitException when the file is there but is no private key */
    static JWKSet load(KeptFiles files) {
        var text = files.read(FILE, () -> generate().toJSONString());
        try {
            var key = RSAKey.parse(text);
            if (!key.isPrivate()) {
                throw new UnfitException(damaged(files), repair());
            }
            return new JWKSet(key);
        } catch (ParseException e) {
            var unfit = new UnfitException(damaged(files), repair());
            unfit.initCause(e);
            throw unfit;
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String damaged(KeptFiles files) {
        return "The signing key " + files.path(FILE) + " is damaged.";
    }

    private static String repair() {
        return "Delete the file; a new key is made and tokens issued before are no longer good.";
    }
}
