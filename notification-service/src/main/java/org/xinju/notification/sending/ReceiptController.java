package org.xinju.notification.sending;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.events.Outcome;
import org.xinju.events.Rule;
import org.xinju.notification.message.Receipts;
import org.xinju.web.Answers;
import org.xinju.web.RejectedException;

/**
 * What became of an SMS, as its provider reports. Signed instead of signed in: {@code X-Signature: sha256=<hex>} is the HMAC-SHA-256 of
 * {@code X-Timestamp} (epoch seconds), a dot and the body, under the secret that the provider shares. Counted as
 * {@code xinju_receipts_total} by outcome.
 */
@RestController
@RequestMapping("/api/notification/receipts")
class ReceiptController {

    static final Rule OLD = Rule.conflict("receipt-old", "product N2: receipts to a final state");
    static final Rule UNREADABLE = Rule.invalid("receipt-unreadable", "product N2: receipts to a final state");

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SharedSecret secret;
    private final Receipts receipts;
    private final MeterRegistry meters;

    ReceiptController(SharedSecret secret, Receipts receipts, MeterRegistry meters) {
        this.secret = secret;
        this.receipts = receipts;
        this.meters = meters;
    }

    /** What a provider may say. */
    enum State { DELIVERED, UNDELIVERED }

    /** @param id of the message, as it was given to the provider */
    record Receipt(@Nullable String id, @Nullable State state) {}

    /** 204 also for one that says again what is known; 401 forged, 409 too old, 404 of no message of ours. */
    @PostMapping("/sms")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = Receipt.class)))
    ResponseEntity<Void> sms(@RequestHeader(name = "X-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Signature", defaultValue = "") String signature, @RequestBody byte[] body) {
        if (!secret.hasSigned(timestamp, body, signature)) {
            count("forged");
            throw new ErrorResponseException(HttpStatus.UNAUTHORIZED);
        }
        requireFresh(timestamp);
        var receipt = read(body);
        var outcome = receipts.take(receipt.id() == null ? "" : receipt.id(), receipt.state() == State.DELIVERED);
        count(outcome instanceof Outcome.Rejected<?> ? "unknown" : "accepted");
        Answers.done(outcome);
        return ResponseEntity.noContent().build();
    }

    /** By the machine's clock: the provider has no other. */
    private void requireFresh(String timestamp) {
        var age = timestamp.matches("[0-9]{1,12}") ? Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs()
                : Duration.ofDays(1);
        if (age.compareTo(FRESH) > 0) {
            count("old");
            throw RejectedException.of(OLD, FRESH.toMinutes());
        }
    }

    private Receipt read(byte[] body) {
        try {
            var receipt = JSON.readValue(body, Receipt.class);
            if (receipt.state() != null) {
                return receipt;
            }
        } catch (JacksonException e) {
            // answered below
        }
        count("unreadable");
        throw RejectedException.of(UNREADABLE);
    }

    private void count(String outcome) {
        meters.counter("xinju.receipts", "outcome", outcome).increment();
    }
}
