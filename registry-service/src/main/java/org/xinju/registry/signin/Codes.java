package org.xinju.registry.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Component;

import org.xinju.events.AggregateType;
import org.xinju.events.Aggregates;
import org.xinju.events.Cause;
import org.xinju.events.Events;
import org.xinju.events.Outcome;
import org.xinju.events.Stored;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.KeyFolder;
import org.xinju.privacy.KeyedHash;
import org.xinju.privacy.Sealing;
import org.xinju.registry.signin.BindingCodes.SignIn;

/** The only door to the stored one-time codes. */
@Component
class Codes {

    static final String TOPIC = "registry.bindingCodes";

    private final Aggregates<BindingCodes, BindingCodes.Event> store;
    private final Sealing sealing;
    private final KeyedHash hash;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Codes(Events events, Sealing sealing, KeyFolder keys, Clock clock) {
        this.store = events.aggregates(AggregateType.<BindingCodes, BindingCodes.Event>of("registry.binding-code", "bindingCodes", TOPIC,
                BindingCodes.class, BindingCodes.Published::of).indexed("state.ids"));
        this.sealing = sealing;
        this.hash = keys.requestDigest();
        this.clock = clock;
    }

    /** Sends a code to a resident's phone, unless the limits of that resident are reached. */
    Outcome<BindingCodes> issue(String resident, String id, SignIn signIn, Cause cause) {
        var code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        var sealed = sealing.seal(FieldClass.CODE, resident, code);
        var now = now();
        return store.change(resident, cause, loaded -> loaded.state().orElseGet(() -> BindingCodes.none(resident))
                .issue(id, signIn, hash.of(message(resident, signIn, code)), sealed, now));
    }

    /** The codes of the resident to whom an issue belongs. */
    Optional<Stored<BindingCodes>> ofIssue(String id) {
        return store.find(Filters.eq("state.ids", id)).stream().findFirst();
    }

    Outcome<BindingCodes> tryOut(String resident, String id, SignIn signIn, String code, Cause cause) {
        var now = now();
        return store.change(resident, cause, loaded -> loaded.state().orElseGet(() -> BindingCodes.none(resident))
                .tryOut(id, signIn, kept -> hash.matches(kept, message(resident, signIn, code)), now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static byte[] message(String resident, SignIn signIn, String code) {
        return String.join("\n", "binding-code", resident, signIn.issuer(), signIn.subject(), code).getBytes(StandardCharsets.UTF_8);
    }
}
