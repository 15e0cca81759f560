package org.xinju.web;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the web side of a service.
 *
 * @param service short name, first segment of its paths: {@code registry}
 * @param publicPaths ant patterns that need no token, for GET only
 * @param signedPaths ant patterns that need no token, for POST only: who may call is decided by a signature in the request
 * @param atOnce how many calls are answered at once: some for each processor, as many of them wait for the store; too many take the processors from
 *     whoever else is on the machine
 * @param waiting how many may wait for that; together fewer than the server has threads
 * @param clockOffset added to the machine's clock wherever a date matters; development profile only
 */
@ConfigurationProperties("xinju.web")
public record WebProperties(String service, @DefaultValue List<String> publicPaths, @DefaultValue List<String> signedPaths,
        @DefaultValue("16") int atOnce, @DefaultValue("100") int waiting, @DefaultValue("PT0S") Duration clockOffset) {}
