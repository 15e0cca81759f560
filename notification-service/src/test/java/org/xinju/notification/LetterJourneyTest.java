package org.xinju.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.testing.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the events of other services to phones, mailboxes and inboxes. */
@Notification
class LetterJourneyTest {

    @LocalServerPort int port;
    @Autowired OtherServices others;
    @Autowired MongoDatabase database;
    @Autowired MovableClock clock;
    @Autowired Outside outside;

    private final String resident = UUID.randomUUID().toString();
    private final String phone = phone();

    private static String phone() {
        return "139" + String.format("%08d", new Random().nextInt(100_000_000));
    }

    @BeforeEach
    void all_is_well() {
        outside.behaves(port);
    }

    private List<Document> messages(String of) {
        return database.getCollection("messages").find(new Document("state.owner", "RESIDENT/" + of)).into(new ArrayList<>());
    }

    /** {@code CHANNEL STATE REASON} of every message of a resident. */
    private List<String> outcomes(String of) {
        return messages(of).stream().map(d -> {
            var progress = d.getEmbedded(List.of("state", "progress"), Document.class);
            return d.getEmbedded(List.of("state", "channel"), String.class) + " " + progress.getString("state")
                    + (progress.containsKey("reason") ? " " + progress.getString("reason") : "");
        }).sorted().toList();
    }

    private void awaitOutcomes(String of, String... expected) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(outcomes(of)).containsExactly(expected));
    }

    @Test
    void a_new_resident_is_welcomed_on_the_phone_and_in_the_inbox() {
        others.publish(others.registered(resident, "李娜", phone));
        awaitOutcomes(resident, "INBOX DELIVERED", "SMS DELIVERED");
        assertThat(outside.arrivedAt(phone)).singleElement().satisfies(sms -> {
            assertThat(sms.text()).startsWith("【大碶街道新居民服务】李娜，您好！您的居住登记已办好");
            assertThat(sms.times()).isEqualTo(1);
        });
    }

    @Test
    void who_registered_by_oneself_is_told_what_comes_next_and_then_that_it_is_confirmed() {
        others.publish(others.resident("registered", resident, "李娜", phone, "PENDING"));
        awaitOutcomes(resident, "INBOX DELIVERED", "SMS DELIVERED");
        assertThat(outside.arrivedAt(phone).getFirst().text()).contains("网格协管员会与您核对");
        others.publish(others.resident("confirmed", resident, "李娜", phone, "REGISTERED"));
        awaitOutcomes(resident, "INBOX DELIVERED", "INBOX DELIVERED", "SMS DELIVERED", "SMS DELIVERED");
        assertThat(outside.arrivedAt(phone).getFirst().text()).contains("现已生效");
    }

    @Test
    void a_landline_gets_no_sms_and_the_log_says_why() {
        others.publish(others.registered(resident, "李娜", "0574-86123456"));
        awaitOutcomes(resident, "INBOX DELIVERED", "SMS SKIPPED LANDLINE");
        var other = UUID.randomUUID().toString();
        others.publish(others.registered(other, "王芳", null));
        awaitOutcomes(other, "INBOX DELIVERED", "SMS SKIPPED NO_PHONE");
    }

    @Test
    void a_case_that_comes_before_its_reporter_waits_for_the_phone() {
        others.publish(OtherServices.caseStep("accepted", "DG-20261125-00017", resident));
        await().until(() -> messages(resident).size() == 2);
        await().untilAsserted(() -> assertThat(messages(resident).toString()).contains("UNKNOWN_RECIPIENT"));
        others.publish(others.registered(resident, "李娜", phone).asSnapshot());
        awaitOutcomes(resident, "INBOX DELIVERED", "SMS DELIVERED");
        assertThat(outside.arrivedAt(phone)).singleElement().satisfies(sms -> assertThat(sms.text())
                .isEqualTo("【大碶街道新居民服务】李娜，您好！您反映的消防隐患（DG-20261125-00017）已受理，将在12月2日17:00前办结。进展可登录“新居”查看。"));
    }

    @Test
    void nobody_known_in_time_ends_with_that_reason() {
        others.publish(OtherServices.caseStep("closed", "DG-20261125-00018", resident));
        await().until(() -> messages(resident).size() == 2);
        clock.advance(Duration.ofHours(2));
        awaitOutcomes(resident, "INBOX DELIVERED", "SMS SKIPPED UNKNOWN_RECIPIENT");
    }

    @Test
    void snapshots_old_events_and_anonymous_reports_are_not_written_about() {
        others.publish(others.registered(resident, "李娜", phone).asSnapshot(),
                others.registered(resident, "李娜", phone).from(Instant.parse("2026-11-24T23:59:59Z")),
                OtherServices.caseStep("accepted", "DG-20261125-00019", null),
                OtherServices.threshold("reached", resident, "100.25"));
        awaitOutcomes(resident, "EMAIL SKIPPED NO_EMAIL", "INBOX DELIVERED", "SMS DELIVERED");
        assertThat(outside.arrivedAt(phone)).singleElement().satisfies(sms -> assertThat(sms.text()).contains("积分为100.25分，达到100分"));
        assertThat(database.getCollection("messages").countDocuments(new Document("state.letter.values.number", "DG-20261125-00019"))).isZero();
    }

    @Test
    void a_code_goes_by_sms_alone_at_any_hour_and_not_after_its_time() {
        others.publish(others.registered(resident, "李娜", phone).asSnapshot(), others.code(resident, "824913", clock.instant().plusSeconds(600)));
        awaitOutcomes(resident, "SMS DELIVERED");
        assertThat(outside.arrivedAt(phone)).singleElement().satisfies(sms -> assertThat(sms.text()).contains("验证码824913"));
        assertThat(messages(resident).toString()).as("sealed in the store").doesNotContain("824913");
        others.publish(others.code(resident, "111222", clock.instant().minusSeconds(1)));
        awaitOutcomes(resident, "SMS DELIVERED", "SMS SKIPPED EXPIRED");
    }

    /** Every order, with repetitions, ends with the same messages; the seed tells the order. */
    @Test
    void whatever_comes_in_any_order_and_however_often_is_written_about_once() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var residents = new ArrayList<String>();
        var events = new ArrayList<OtherServices.Event>();
        for (var i = 0; i < 12; i++) {
            var one = UUID.randomUUID().toString();
            residents.add(one);
            var mine = new ArrayList<>(List.of(others.registered(one, "张伟", "1370000" + String.format("%04d", i)),
                    OtherServices.threshold("reached", one, "101.00")));
            for (var step : List.of("reported", "accepted", "dispatched", "closed")) {
                mine.add(OtherServices.caseStep(step, "DG-20261125-1" + String.format("%04d", i), one));
            }
            for (var event : mine) {
                for (var times = 0; times <= random.nextInt(3); times++) {
                    events.add(event);
                }
            }
        }
        java.util.Collections.shuffle(events, random);
        others.publish(events.toArray(OtherServices.Event[]::new));
        for (var i = 0; i < residents.size(); i++) {
            var one = residents.get(i);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(outcomes(one)).as("seed %d %s", seed, messages(one)).containsExactly(
                    "EMAIL SKIPPED NO_EMAIL", "INBOX DELIVERED", "INBOX DELIVERED", "INBOX DELIVERED", "INBOX DELIVERED", "INBOX DELIVERED",
                    "INBOX DELIVERED", "SMS DELIVERED", "SMS DELIVERED", "SMS DELIVERED", "SMS DELIVERED"));
            assertThat(outside.arrivedAt("1370000" + String.format("%04d", i))).as("seed %d", seed).hasSize(4);
        }
    }
}
