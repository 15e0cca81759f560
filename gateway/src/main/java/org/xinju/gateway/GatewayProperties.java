package org.xinju.gateway;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the gateway; where the services are is said beside them
 * ({@link org.xinju.gateway.replica.ReplicaProperties}). Paths are patterns as in Spring's {@code PathPattern}.
 *
 * @param timeout of an ordinary call
 * @param largestBody of an ordinary call
 * @param uploads paths of files, each with a size of its own
 * @param longPaths of calls that look through all that a service has
 * @param longTimeout of a call that brings a file or stands under {@code longPaths}; no request may take longer to arrive
 * @param longestPause of a client in the middle of a body
 * @param publicPaths GET paths of services that need no token
 * @param trustedProxies addresses whose X-Forwarded-For tells the client; from everybody else it is dropped
 * @param allowedOrigins web origins that may call from a browser, beside the gateway's own
 */
@ConfigurationProperties("xinju.gateway")
record GatewayProperties(@DefaultValue Limits limits, @DefaultValue("5s") Duration timeout, @DefaultValue("1MB") DataSize largestBody,
        @DefaultValue List<Upload> uploads, @DefaultValue List<String> longPaths, @DefaultValue("60s") Duration longTimeout,
        @DefaultValue("20s") Duration longestPause, @DefaultValue Streams streams, @DefaultValue Receipts receipts,
        @DefaultValue SignIn signIn, @DefaultValue List<String> publicPaths, @DefaultValue List<String> trustedProxies, @DefaultValue List<String> allowedOrigins,
        @DefaultValue Development development) {

    /**
     * Tokens of a bucket per caller; anonymous calls share one per address.
     *
     * @param perSecond refilled steadily
     * @param burst most at once
     * @param atOnce calls of one caller that are under way, fewer than a service answers at once: nobody takes all of its places
     * @param underWay calls of all to a service, for each of its replicas; fewer than one of them lets wait
     */
    record Limits(@DefaultValue("50") int perSecond, @DefaultValue("200") int burst, @DefaultValue("12") int atOnce, @DefaultValue("10") int anonymousPerSecond,
            @DefaultValue("100") int anonymousBurst, @DefaultValue("100000") int mostCallers, @DefaultValue("64") int underWay) {}

    /** One path of files. */
    record Upload(String path, DataSize largestBody) {}

    /**
     * Answers that stay open (server-sent events).
     *
     * @param most open at once, in each gateway
     * @param mostPerCaller of them
     */
    record Streams(@DefaultValue List<String> paths, @DefaultValue("5000") int most, @DefaultValue("5") int mostPerCaller) {}

    /**
     * Delivery receipts of message providers: POST without a token, the service checks their signature.
     *
     * @param perSecond per address; a provider reports a whole announcement from one
     */
    record Receipts(@DefaultValue List<String> paths, @DefaultValue("2000") int perSecond, @DefaultValue("4000") int burst,
            @DefaultValue("64KB") DataSize largestBody) {}

    /**
     * Pages and addresses of an identity server that is reached through the gateway; it asks for a token nowhere.
     *
     * @param uri where the server is; empty when people reach it by themselves
     */
    record SignIn(@DefaultValue List<String> paths, @DefaultValue("") String uri) {

        List<String> openPaths() {
            return uri.isEmpty() ? List.of() : paths;
        }
    }

    /**
     * What only a development system has.
     *
     * @param channels address of the page that shows what the simulated SMS and mail providers received
     */
    record Development(@Nullable String channels) {}
}
