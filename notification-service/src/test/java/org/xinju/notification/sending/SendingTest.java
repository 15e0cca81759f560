package org.xinju.notification.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.events.Cause;
import org.xinju.events.Stored;
import org.xinju.notification.Notification;
import org.xinju.notification.OtherServices;
import org.xinju.notification.Outside;
import org.xinju.notification.message.Lane;
import org.xinju.notification.message.Letters;
import org.xinju.notification.message.Message;
import org.xinju.notification.message.MessageFilter;
import org.xinju.notification.message.Messages;
import org.xinju.notification.message.Progress;
import org.xinju.notification.message.Reason;
import org.xinju.notification.recipient.ChannelName;
import org.xinju.notification.recipient.Recipients;
import org.xinju.testing.Api;
import org.xinju.testing.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What can go wrong between the queue and the phone. */
@Notification
class SendingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired OtherServices others;
    @Autowired Outside outside;
    @Autowired MovableClock clock;
    @Autowired Messages messages;
    @Autowired Recipients recipients;
    @Autowired Letters letters;
    @Autowired SmsChannel sms;
    @Autowired Delivery delivery;
    @Autowired Lines lines;
    @Autowired Guards guards;
    @Autowired SendingConfiguration.Settings settings;
    @Autowired MeterRegistry meters;

    private final String resident = UUID.randomUUID().toString();
    private final String phone = "138" + String.format("%08d", new Random().nextInt(100_000_000));

    @BeforeEach
    void all_is_well_at_nine_in_the_morning() {
        clock.moveTo(LocalDate.of(2026, 11, 25));
        outside.behaves(port);
        guards.of(ChannelName.SMS).breaker().reset();
        others.publish(others.registered(resident, "李娜", phone).asSnapshot());
        await().until(() -> recipients.contact(new org.xinju.notification.recipient.Recipient(
                org.xinju.notification.recipient.Recipient.Kind.RESIDENT, resident)).known());
    }

    @AfterEach
    void all_is_well_again() {
        outside.behaves(port);
        guards.of(ChannelName.SMS).breaker().reset();
        clock.moveTo(LocalDate.of(2026, 11, 25));
        lines.start();
    }

    private Optional<Stored<Message>> smsMessage() {
        return messages.newest(new MessageFilter("RESIDENT/" + resident, null, null, null, ChannelName.SMS), "", 1).stream().findFirst();
    }

    private void awaitState(String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(smsMessage().map(m -> m.state().progress().state())).contains(state));
    }

    private void accepted() {
        others.publish(OtherServices.caseStep("accepted", "DG-20261125-00020", resident));
    }

    @Test
    void at_night_an_sms_waits_for_the_morning_and_an_urgent_one_does_not() {
        clock.advance(Duration.between(clock.instant(), LocalDate.of(2026, 11, 25).atTime(21, 30).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
        accepted();
        await().atMost(SOON).untilAsserted(() -> assertThat(smsMessage().map(m -> m.state().progress().why())).contains(Reason.QUIET_HOURS));
        others.publish(others.code(resident, "123456", clock.instant().plusSeconds(600)));
        await().atMost(SOON).until(() -> outside.arrivedAt(phone).size() == 1);
        assertThat(outside.arrivedAt(phone).getFirst().text()).contains("验证码");
        clock.advance(Duration.ofHours(10));
        await().atMost(SOON).until(() -> outside.arrivedAt(phone).size() == 2);
        assertThat(outside.arrivedAt(phone).getFirst().text()).contains("已受理");
    }

    @Test
    void an_answer_that_is_lost_leads_to_a_second_request_under_the_same_key_and_one_sms() {
        outside.told(Map.of("sms", "DROP_ANSWER", "times", 1, "receipt", "NONE")); // a receipt would end it before the second request
        accepted();
        await().atMost(SOON).untilAsserted(() ->
                assertThat(smsMessage().map(m -> m.state().progress().why())).contains(Reason.PROVIDER_UNAVAILABLE));
        clock.advance(Duration.ofSeconds(30));
        awaitState("SENT");
        assertThat(outside.arrivedAt(phone)).singleElement().satisfies(arrived -> assertThat(arrived.times()).isEqualTo(2));
    }

    /** Stands in for a process that is killed after the provider's answer and before the save. */
    private static final class Killed extends Error {}

    private record Dying(Channel channel) implements Channel {

        @Override
        public ChannelName name() {
            return channel.name();
        }

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public Limit limit() {
            return channel.limit();
        }

        @Override
        public Handed hand(Envelope envelope) {
            channel.hand(envelope);
            throw new Killed();
        }
    }

    private Sender sender(Channel channel) {
        return new Sender(messages, recipients, letters, new Guards(List.of(channel), new SimpleMeterRegistry()), delivery, settings, clock,
                new SimpleMeterRegistry());
    }

    @Test
    void a_crash_between_the_providers_answer_and_the_save_ends_in_one_sms() {
        outside.told(Map.of("receipt", "NONE"));
        lines.stop(); // the message is left in the queue
        accepted();
        await().atMost(SOON).until(() -> smsMessage().isPresent());
        var until = clock.instant().plus(settings.hold());
        var taken = messages.take(ChannelName.SMS, Lane.NORMAL, clock.instant(), until).orElseThrow();
        assertThat(taken.state().recipient().id()).isEqualTo(resident);
        assertThatThrownBy(() -> sender(new Dying(sms)).work(new Taken(taken.id(), taken.state(), until.toEpochMilli()))).isInstanceOf(Killed.class);
        assertThat(outside.arrivedAt(phone)).singleElement().satisfies(arrived -> assertThat(arrived.times()).isEqualTo(1));
        lines.start();
        assertThat(messages.take(ChannelName.SMS, Lane.NORMAL, clock.instant(), until)).as("still held by the dead one").isEmpty();
        clock.advance(settings.hold());
        awaitState("SENT");
        assertThat(outside.arrivedAt(phone)).singleElement().satisfies(arrived -> assertThat(arrived.times()).as("same key").isEqualTo(2));
    }

    @Test
    void two_senders_on_one_queue_send_once() throws InterruptedException {
        lines.stop();
        accepted();
        await().atMost(SOON).until(() -> smsMessage().isPresent());
        var start = new CountDownLatch(1);
        var threads = List.of(0, 1, 2, 3).stream().map(_ -> Thread.ofVirtual().start(() -> {
            try {
                start.await();
            } catch (InterruptedException e) {
                return;
            }
            var until = clock.instant().plus(settings.hold());
            messages.take(ChannelName.SMS, Lane.NORMAL, clock.instant(), until)
                    .ifPresent(taken -> sender(sms).work(new Taken(taken.id(), taken.state(), until.toEpochMilli())));
        })).toList();
        start.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(outside.arrivedAt(phone)).singleElement().satisfies(arrived -> assertThat(arrived.times()).isEqualTo(1));
        awaitState("DELIVERED");
    }

    @Test
    void a_provider_that_is_down_is_asked_again_until_it_is_up() {
        outside.told(Map.of("sms", "FAIL"));
        accepted();
        await().atMost(SOON).untilAsserted(() ->
                assertThat(smsMessage().map(m -> m.state().progress().why())).contains(Reason.PROVIDER_UNAVAILABLE));
        outside.behaves(port);
        clock.advance(Duration.ofMinutes(1));
        awaitState("DELIVERED");
    }

    @Test
    void a_provider_that_stays_down_is_given_up_after_a_day() {
        outside.told(Map.of("sms", "FAIL"));
        accepted();
        await().atMost(SOON).until(() -> smsMessage().isPresent());
        clock.advance(Duration.ofHours(25));
        await().atMost(SOON).untilAsserted(() -> {
            guards.of(ChannelName.SMS).breaker().reset();
            clock.advance(Duration.ofSeconds(1));
            assertThat(smsMessage().map(m -> m.state().progress())).containsInstanceOf(Progress.Failed.class);
        });
    }

    @Test
    void what_the_provider_refuses_has_failed_and_is_not_tried_again() {
        outside.told(Map.of("sms", "REFUSE", "times", 1));
        accepted();
        awaitState("FAILED");
        assertThat(smsMessage().orElseThrow().state().progress().why()).isEqualTo(Reason.PROVIDER_REJECTED);
        clock.advance(Duration.ofHours(1));
        assertThat(outside.arrivedAt(phone)).isEmpty();
    }

    @Test
    void what_the_provider_could_not_deliver_has_failed() {
        outside.told(Map.of("receipt", "UNDELIVERED"));
        accepted();
        awaitState("FAILED");
        assertThat(smsMessage().orElseThrow().state().progress().why()).isEqualTo(Reason.UNDELIVERED);
    }

    @Test
    void a_forged_an_old_and_a_strange_receipt_are_refused_and_counted_and_a_late_one_changes_nothing() {
        accepted();
        awaitState("DELIVERED");
        var api = new Api("http://localhost:" + port, "");
        var id = smsMessage().orElseThrow().id();
        var now = Long.toString(Instant.now().getEpochSecond());
        var old = Long.toString(Instant.now().minusSeconds(3600).getEpochSecond());
        var body = "{\"id\":\"" + id + "\",\"state\":\"UNDELIVERED\"}";
        var forgedBefore = meters.counter("xinju.receipts", "outcome", "forged").count();
        assertThat(receipt(api, body, now, "sha256=00").status()).isEqualTo(401);
        assertThat(receipt(api, body, old, outside.signature(now, body)).status()).as("another time than was signed").isEqualTo(401);
        assertThat(receipt(api, body, old, outside.signature(old, body)).text("code")).isEqualTo("receipt-old");
        var strange = "{\"id\":\"" + UUID.randomUUID() + "\",\"state\":\"DELIVERED\"}";
        assertThat(receipt(api, strange, now, outside.signature(now, strange)).status()).isEqualTo(404);
        assertThat(receipt(api, "{}", now, outside.signature(now, "{}")).status()).isEqualTo(422);
        assertThat(receipt(api, body, now, outside.signature(now, body)).status()).isEqualTo(204);
        assertThat(smsMessage().orElseThrow().state().progress()).as("final is final").isInstanceOf(Progress.Delivered.class);
        assertThat(meters.counter("xinju.receipts", "outcome", "forged").count()).isEqualTo(forgedBefore + 2);
    }

    private static Api.Answer receipt(Api api, String body, String timestamp, String signature) {
        return api.post("/api/notification/receipts/sms", body, Map.of("X-Timestamp", timestamp, "X-Signature", signature));
    }

    @Test
    void a_receipt_that_overtakes_the_save_is_final_too() {
        lines.stop();
        accepted();
        await().atMost(SOON).until(() -> smsMessage().isPresent());
        var id = smsMessage().orElseThrow().id();
        var now = Long.toString(Instant.now().getEpochSecond());
        var body = "{\"id\":\"" + id + "\",\"state\":\"DELIVERED\"}";
        assertThat(receipt(new Api("http://localhost:" + port, ""), body, now, outside.signature(now, body)).status()).isEqualTo(204);
        messages.change(id, new Cause.Deadline("sent"), m -> m.sent("SIM-1", clock.instant()));
        assertThat(smsMessage().orElseThrow().state().progress()).isInstanceOf(Progress.Delivered.class);
    }

    /** The figure of quality.md row 5, without the command before: published to arrived at the provider, one after another. */
    @Test
    void from_event_to_provider_it_takes_milliseconds() {
        var took = new ArrayList<Long>();
        for (var i = 0; i < 150; i++) {
            var step = OtherServices.caseStep("accepted", "DG-20261125-2" + String.format("%04d", i), resident);
            others.publish(step);
            var arrived = i + 1;
            await().pollInterval(Duration.ofMillis(2)).pollDelay(Duration.ZERO).atMost(SOON).until(() -> outside.arrivedAt(phone).size() == arrived);
            took.add(Duration.between(step.at(), outside.arrivedAt(phone).getFirst().at()).toMillis());
        }
        var warm = took.subList(50, 150).stream().sorted().toList();
        System.getLogger("handover").log(System.Logger.Level.WARNING, "median {0} ms, 99th percentile {1} ms", warm.get(50), warm.get(98));
        assertThat(warm.get(50)).isLessThan(300); // far above what it takes: other programs run on this machine
        assertThat(meters.find("xinju.messages.handover").timer()).isNotNull();
    }
}
