package org.xinju.registry.access;

import java.time.Instant;
import java.util.List;

/**
 * A look at personal data as a service has published it.
 *
 * @param service that showed the data
 * @param chain id of the chain of accesses that the entry stands in
 * @param number of the entry in its chain; with the chain and the hash it is a head that lies outside that service's database
 * @param role of who looked
 * @param action what was done, as a code
 * @param purpose code of the purpose
 * @param subjects ids of the residents looked at
 * @param fields names of the fields shown
 */
record PublishedAccess(String service, String chain, long number, String hash, String role, String action, String purpose,
        List<String> subjects, List<String> fields, Instant at) {

    PublishedAccess {
        subjects = List.copyOf(subjects);
        fields = List.copyOf(fields);
    }
}
