package org.xinju.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the gateway.
 *
 * @param services by short name, the first segment of their paths: {@code registry} answers {@code /api/registry/**}
 * @param uploads paths of files, with a time-out and size of their own
 * @param publicPaths GET paths of services that need no token
 * @param trustedProxies addresses whose X-Forwarded-For tells the client; from everybody else it is dropped
 * @param allowedOrigins web origins that may call from a browser, beside the gateway's own
 */
@ConfigurationProperties("xinju.gateway")
record GatewayProperties(Map<String, URI> services, @DefaultValue Limits limits, @DefaultValue("5s") Duration timeout,
        @DefaultValue("1MB") DataSize largestBody, @DefaultValue Uploads uploads, @DefaultValue List<String> publicPaths,
        @DefaultValue List<String> trustedProxies, @DefaultValue List<String> allowedOrigins) {

    /**
     * Tokens of a bucket per caller; anonymous calls share one per address.
     *
     * @param perSecond refilled steadily
     * @param burst most at once
     */
    record Limits(@DefaultValue("50") int perSecond, @DefaultValue("200") int burst, @DefaultValue("10") int anonymousPerSecond,
            @DefaultValue("100") int anonymousBurst, @DefaultValue("100000") int mostCallers) {}

    /** @param paths ant patterns */
    record Uploads(@DefaultValue("/api/registry/enterprises/*/rosters") List<String> paths, @DefaultValue("60s") Duration timeout,
            @DefaultValue("22MB") DataSize largestBody) {}
}
