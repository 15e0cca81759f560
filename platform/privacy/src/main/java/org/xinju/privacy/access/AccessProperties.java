package org.xinju.privacy.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log of accesses.
 *
 * @param enabled whether this service reads personal data and so keeps a log; needs the keyset {@code audit-chain.json}
 * @param patience how long a read waits for its entry before it is refused
 */
@ConfigurationProperties("xinju.accesses")
public record AccessProperties(@DefaultValue("false") boolean enabled, @DefaultValue("2s") Duration patience) {

    public AccessProperties {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("xinju.accesses.patience must be longer than zero");
        }
    }
}
