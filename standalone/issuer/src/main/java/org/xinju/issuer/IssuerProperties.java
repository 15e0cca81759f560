package org.xinju.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the issuer.
 *
 * @param uri the {@code iss} of every token; clients find the keys at {@code /oauth2/jwks} below it
 * @param data folder of the signing key and of the clients' secret; made when missing
 * @param tokenLifetime how long a token is good
 * @param personas who can be asked for
 */
@ConfigurationProperties("xinju.issuer")
record IssuerProperties(URI uri, Path data, Duration tokenLifetime, List<Entry> personas) {

    /**
     * One line of the list.
     *
     * @param name also the client id
     * @param role as in tokens
     * @param areas ids of the areas the persona works for
     * @param copies how many there are: {@code name}, {@code name-2} and so on
     */
    record Entry(String name, String role, @DefaultValue List<String> areas, @DefaultValue("1") int copies) {}
}
