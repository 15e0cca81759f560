package org.xinju.notification.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import org.xinju.events.Cause;
import org.xinju.notification.message.Letters;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.Messages;
import org.xinju.notification.message.Progress;
import org.xinju.notification.message.Reason;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Contact;
import org.xinju.notification.recipient.Recipients;
import org.xinju.notification.sending.Channel.Handed;
import org.xinju.notification.template.Text;

/** Takes one message as far as it can go now. */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    /** A hold that ends sooner than this is too short to hand a message over in. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Messages messages;
    private final Recipients recipients;
    private final Letters letters;
    private final Guards guards;
    private final Delivery delivery;
    private final Duration hold;
    private final Clock clock;
    private final Timer handover;

    Sender(Messages messages, Recipients recipients, Letters letters, Guards guards, Delivery delivery, SendingConfiguration.Settings settings,
            Clock clock, MeterRegistry meters) {
        this.messages = messages;
        this.recipients = recipients;
        this.letters = letters;
        this.guards = guards;
        this.delivery = delivery;
        this.hold = settings.hold();
        this.clock = clock;
        this.handover = Timer.builder("xinju.messages.handover").description("from the event to the provider's answer")
                .publishPercentileHistogram().register(meters);
    }

    /** A store that is away leaves the message held; it is found again when the hold ends. */
    void work(Taken given) {
        try {
            var taken = held(given);
            if (taken != null) {
                decide(taken);
            }
        } catch (MongoException e) {
            log.warn("message {} waits, the store is away: {}", given.id(), e.getClass().getSimpleName());
        }
    }

    private @Nullable Taken held(Taken taken) {
        if (now().isBefore(Instant.ofEpochMilli(taken.due()).minus(MARGIN))) {
            return taken;
        }
        var until = now().plus(hold);
        return messages.takeAgain(taken.id(), taken.due(), until).map(again -> new Taken(again.id(), again.state(), until.toEpochMilli())).orElse(null);
    }

    private void decide(Taken taken) {
        var message = taken.message();
        var contact = recipients.contact(message.recipient());
        switch (delivery.verdict(message, contact, guards.of(message.channel()).channel().isOn(), now())) {
            case Delivery.Verdict.Go _ -> hand(taken, contact);
            case Delivery.Verdict.Skip(var reason) ->
                    messages.change(taken.id(), new Cause.Deadline("skipped"), m -> m.skipped(reason, now()));
            case Delivery.Verdict.Wait(var until, var reason) -> {
                messages.hold(taken.id(), taken.due(), until, attempts(message) + (reason == Reason.QUIET_HOURS ? 0 : 1), reason);
                if (reason == Reason.UNKNOWN_RECIPIENT && recipients.contact(message.recipient()).known()) {
                    messages.release(message.recipient(), now()); // became known between the look and the hold, when nothing was waiting yet
                }
            }
        }
    }

    private void hand(Taken taken, Contact contact) {
        var text = text(taken, contact);
        if (text == null) {
            messages.change(taken.id(), new Cause.Deadline("failed"), m -> m.failed(Reason.TEXT_UNUSABLE, now()));
            return;
        }
        var guard = guards.of(taken.message().channel());
        if (!guard.pace().take(taken.message().lane())) {
            messages.hold(taken.id(), taken.due(), now(), attempts(taken.message()), null);
        } else if (!guard.breaker().tryAcquirePermission()) {
            messages.hold(taken.id(), taken.due(), now().plus(Guards.REST), attempts(taken.message()), Reason.PROVIDER_UNAVAILABLE);
        } else {
            conclude(taken, ask(guard, new Channel.Envelope(taken.id(), address(taken.message(), contact), text)));
        }
    }

    /** A message whose text cannot be made is a fault of the program or its keys: it is told, and nothing else waits for it. */
    private @Nullable Text text(Taken taken, Contact contact) {
        try {
            return letters.text(taken.message(), contact, contact.language());
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("message {} has no text: {}", taken.id(), e.getClass().getSimpleName());
            return null;
        }
    }

    private String address(Message message, Contact contact) {
        return (message.channel() == ChannelName.SMS ? recipients.phone(contact) : recipients.email(contact)).orElseThrow();
    }

    private static Handed ask(Guards.Guard guard, Channel.Envelope envelope) {
        var start = System.nanoTime();
        try {
            var handed = guard.channel().hand(envelope);
            var took = System.nanoTime() - start;
            if (handed instanceof Handed.Unavailable) {
                guard.breaker().onError(took, TimeUnit.NANOSECONDS, new IllegalStateException("unavailable"));
            } else {
                guard.breaker().onSuccess(took, TimeUnit.NANOSECONDS);
            }
            return handed;
        } catch (RuntimeException e) {
            guard.breaker().onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            return new Handed.Unavailable(e.getClass().getSimpleName(), null);
        }
    }

    private void conclude(Taken taken, Handed handed) {
        switch (handed) {
            case Handed.Taken(var providerId) -> {
                handover.record(Duration.between(taken.message().origin().at(), Instant.now()).abs());
                messages.change(taken.id(), new Cause.Deadline("sent"), m -> m.sent(providerId, now()));
            }
            case Handed.Refused(var code) -> {
                log.warn("message {} was refused by the provider of {}: {}", taken.id(), taken.message().channel(), code);
                messages.change(taken.id(), new Cause.Deadline("failed"), m -> m.failed(Reason.PROVIDER_REJECTED, now()));
            }
            case Handed.Unavailable(var what, var after) -> later(taken, what, after);
        }
    }

    private void later(Taken taken, String what, @Nullable Duration after) {
        var attempts = attempts(taken.message()) + 1;
        log.warn("the provider of {} did not take message {} (attempt {}): {}", taken.message().channel(), taken.id(), attempts, what);
        if (now().isBefore(Delivery.givenUpAt(taken.message().lane(), taken.message().progress().at()))) {
            var pause = after == null ? Delivery.pause(attempts) : after;
            messages.hold(taken.id(), taken.due(), now().plus(pause), attempts, Reason.PROVIDER_UNAVAILABLE);
        } else {
            messages.change(taken.id(), new Cause.Deadline("failed"), m -> m.failed(Reason.PROVIDER_UNAVAILABLE, now()));
        }
    }

    private static int attempts(Message message) {
        return message.progress() instanceof Progress.Queued queued ? queued.attempts() : 0;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
