package org.xinju.privacy.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Names of the chains of one service: service, start of the process in UTC, random part. They sort by the start. */
public final class ChainNames {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final SecureRandom random = new SecureRandom();
    private final String service;

    ChainNames(String service) {
        this.service = service.replace(':', '-') + ".";
    }

    /** The machine's clock, not the injected one: the name tells the operator when the process really started. */
    String next() {
        var bytes = new byte[8];
        random.nextBytes(bytes);
        return service + START.format(Instant.now()) + "." + HexFormat.of().formatHex(bytes);
    }

    /** What every chain of an earlier day (UTC) sorts before, and no other does. */
    public String since(LocalDate day) {
        return service + DateTimeFormatter.BASIC_ISO_DATE.format(day.withYear(Math.clamp(day.getYear(), 0, 9999)));
    }

    /** Whether this service has begun the chain, by its name or by the id of an entry in it. */
    public boolean own(String chainOrEntry) {
        return chainOrEntry.startsWith(service);
    }
}
