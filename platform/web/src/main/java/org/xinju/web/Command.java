package org.xinju.web;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.xinju.events.Cause;
import org.xinju.events.Codec;
import org.xinju.events.Ids;

/**
 * A request that changes something and may be repeated.
 *
 * @param scope caller, method and concrete path: a key of one caller on one path means nothing elsewhere
 * @param key Idempotency-Key, made up where the client sent none
 * @param expectedSequence from If-Match, null when the client does not say
 */
public record Command(String scope, String key, @Nullable Long expectedSequence, RequestDigest digest) {

    /** The cause of a change on an aggregate that the client names or that has a natural id. */
    public Cause.Command cause(Object request, int status) {
        return new Cause.Command(scopedKey(), fingerprint(request), status, expectedSequence);
    }

    /** Id of what this command creates: the same for every repetition. */
    public String createdId() {
        return scopedKey();
    }

    /** A keyed hash of the request: says "the same as then" without keeping what was asked. */
    public String fingerprint(Object request) {
        return digest.of((scope + "\n" + Codec.toJson(request)).getBytes(StandardCharsets.UTF_8));
    }

    private String scopedKey() {
        return Ids.derive(scope, key).toString();
    }
}
