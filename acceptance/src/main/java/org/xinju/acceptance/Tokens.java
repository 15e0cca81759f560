package org.xinju.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/** Tokens with the key of the development issuer: those that it gives to nobody too. */
public final class Tokens {

    private static final Duration LIFE = Duration.ofHours(2);

    private final String issuer;
    private final RSAKey key;

    /** @param data folder of the running system's data */
    public Tokens(String issuer, Path data) {
        this.issuer = issuer;
        try {
            this.key = RSAKey.parse(Files.readString(data.resolve("issuer/signing-key.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good one. */
    public String of(String subject, String role, List<String> areas) {
        return bent(subject, role, areas, claims -> claims);
    }

    /** Well signed, with claims that are not as they should be. */
    public String bent(String subject, String role, List<String> areas, UnaryOperator<JWTClaimsSet.Builder> bend) {
        return signed(key, bend.apply(claims(subject, role, areas)).build());
    }

    /** Signed by somebody else under the issuer's name and key id. */
    public String forged(String subject, String role, List<String> areas) {
        try {
            return signed(new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate(), claims(subject, role, areas).build());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code alg} none. */
    public String unsigned(String subject, String role, List<String> areas) {
        return new PlainJWT(claims(subject, role, areas).build()).serialize();
    }

    private JWTClaimsSet.Builder claims(String subject, String role, List<String> areas) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(issuer).audience("xinju").subject(subject).claim("roles", List.of(role)).claim("areas", areas)
                .issueTime(Date.from(now)).notBeforeTime(Date.from(now.minusSeconds(5))).expirationTime(Date.from(now.plus(LIFE)));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
