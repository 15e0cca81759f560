package org.xinju.registry.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

import org.xinju.events.Rule;

/** The papers by which somebody is registered. */
public enum DocumentType {
    /** Mainland citizen ID card. */
    CITIZEN_ID,
    /** Residence permit for residents of Hong Kong (810000), Macao (820000) and Taiwan (830000); same number format. */
    HMT_RESIDENCE_PERMIT,
    PASSPORT;

    public static final Rule HMT_HEAD = Rule.invalid("hmt-permit-head", "State Council 2018 No. 81, art. 5");
    public static final Rule PASSPORT_FORMAT = Rule.invalid("passport-format", "ICAO Doc 9303: up to nine letters and digits");

    private static final Pattern PASSPORT_NUMBER = Pattern.compile("[A-Z0-9]{5,12}");

    /** The normalised number. */
    public Parsed<String> parse(String raw, LocalDate today) {
        return switch (this) {
            case CITIZEN_ID -> number(CitizenId.parse(raw, today));
            case HMT_RESIDENCE_PERMIT -> Typed.compact(raw).matches("8[123]0000.*")
                    ? number(CitizenId.parse(raw, today)) : Parsed.refused(HMT_HEAD);
            case PASSPORT -> {
                var number = Typed.compact(raw).toUpperCase(Locale.ROOT);
                yield PASSPORT_NUMBER.matcher(number).matches() ? Parsed.of(number) : Parsed.refused(PASSPORT_FORMAT);
            }
        };
    }

    private static Parsed<String> number(Parsed<CitizenId> id) {
        return switch (id) {
            case Parsed.Read<CitizenId>(var read) -> Parsed.of(read.number());
            case Parsed.Refused<CitizenId>(var rejection) -> new Parsed.Refused<>(rejection);
        };
    }
}
