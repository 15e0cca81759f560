package org.xinju.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What residents read, at once and later, and what they choose. */
@Notification
class InboxTest {

    private static final String INBOX = "/api/notification/inbox";
    private static final String MINE = "/api/notification/recipients/mine";

    @LocalServerPort int port;
    @Autowired OtherServices others;
    @Autowired Outside outside;
    @Autowired ApplicationContext context;

    private final String resident = UUID.randomUUID().toString();
    private final String signIn = "phone-" + resident;
    private final String phone = "136" + String.format("%08d", new Random().nextInt(100_000_000));
    private Api own;

    @BeforeEach
    void a_bound_resident() {
        outside.behaves(port);
        own = new Api("http://localhost:" + port, TestIssuer.shared().token(signIn, "resident"));
        others.publish(others.registered(resident, "李娜", phone),
                others.bound(TestIssuer.shared().uri() + "|" + signIn, "RESIDENT", resident, false));
        await().atMost(Duration.ofSeconds(20)).until(() -> own.get(INBOX).body().path("items").size() == 1 && outside.arrivedAt(phone).size() == 1);
    }

    private void step(String step, String number) {
        others.publish(OtherServices.caseStep(step, number, resident));
    }

    private void awaitItems(int expected) {
        await().atMost(Duration.ofSeconds(20)).until(() -> own.get(INBOX).body().path("items").size() == expected);
    }

    @Test
    void newest_first_page_by_page_with_the_number_of_unread_ones() {
        step("reported", "DG-20261125-00031");
        awaitItems(2);
        step("accepted", "DG-20261125-00031");
        awaitItems(3);
        var first = own.get(INBOX + "?limit=2").body();
        assertThat(first.path("unread").asInt()).isEqualTo(3);
        assertThat(first.path("items").get(0).path("subject").asString()).isEqualTo("您反映的问题已受理");
        assertThat(first.path("items").get(0).path("body").asString())
                .isEqualTo("李娜，您好！\n您反映的“消防隐患”（编号 DG-20261125-00031）已经受理，有专人负责。\n我们会在 12月2日17:00 前办结。\n\n"
                        + "需要补充情况时，工作人员会联系您；您也可以在办理记录里补充照片和说明。\n\n大碶街道新居民服务");
        var second = own.get(INBOX + "?limit=2&cursor=" + first.path("next").asString()).body();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").get(0).path("subject").asString()).isEqualTo("您的居住登记已经办好");
        assertThat(second.path("next").isMissingNode()).isTrue();
    }

    @Test
    void a_reading_counts_once_and_only_for_the_owner() {
        var id = own.get(INBOX).body().path("items").get(0).path("id").asString();
        var stranger = own.as(TestIssuer.shared().token("stranger", "resident"));
        assertThat(stranger.get(INBOX).text("code")).isEqualTo("sign-in-not-bound");
        assertThat(stranger.post(INBOX + "/" + id + "/readings", Map.of()).status()).isEqualTo(404);
        assertThat(own.as("").get(INBOX).status()).isEqualTo(401);
        assertThat(own.post(INBOX + "/" + id + "/readings", Map.of()).body().path("readAt").asString()).isNotBlank();
        assertThat(own.post(INBOX + "/" + id + "/readings", Map.of()).status()).isEqualTo(200);
        assertThat(own.get(INBOX).body().path("unread").asInt()).isZero();
        assertThat(own.post(INBOX + "/" + UUID.randomUUID() + "/readings", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_released_sign_in_reads_nothing_any_more() {
        others.publish(new OtherServices.Event("registry.bindings", UUID.randomUUID().toString(), "registry.binding.released.v1",
                TestIssuer.shared().uri() + "|" + signIn + "/" + resident, 2, java.time.Instant.now(), false, Map.of("state",
                OtherServices.binding(TestIssuer.shared().uri() + "|" + signIn, "RESIDENT", resident, true), "change", Map.of())));
        await().until(() -> own.get(INBOX).status() == 404);
    }

    private static final class Reader implements AutoCloseable {

        private final InputStream stream;
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private volatile boolean ended;

        Reader(HttpResponse<InputStream> answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            stream = answer.body();
            Thread.ofVirtual().start(() -> {
                try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                } catch (IOException | java.io.UncheckedIOException e) {
                    lines.add("broken");
                }
                ended = true;
            });
        }

        /** The next line that begins so; null if none comes in time. */
        @Nullable String next(String beginning, Duration patience) throws InterruptedException {
            var end = System.nanoTime() + patience.toNanos();
            while (true) {
                var line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || line.startsWith(beginning)) {
                    return line;
                }
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    private Reader stream(@Nullable String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(own.base() + INBOX + "/stream")).header("Authorization", "Bearer " + own.token())
                .header("Accept", "text/event-stream").header("Accept-Language", "en");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Reader(HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    @Test
    void the_stream_tells_within_a_second_and_goes_on_where_it_ended() throws Exception {
        String lastEvent;
        try (var reader = stream(null)) {
            assertThat(reader.next("data:", Duration.ofSeconds(5))).isEqualTo("data:{\"unread\":1}");
            step("reported", "DG-20261125-00032");
            lastEvent = reader.next("id:", Duration.ofSeconds(1));
            assertThat(lastEvent).as("told within a second").isNotNull();
        }
        step("accepted", "DG-20261125-00032");
        awaitItems(3);
        try (var reader = stream(java.util.Objects.requireNonNull(lastEvent).substring(3))) {
            var data = reader.next("data:{\"id\"", Duration.ofSeconds(5));
            while (data != null && !data.contains("has been accepted")) {
                data = reader.next("data:{\"id\"", Duration.ofSeconds(5));
            }
            assertThat(data).as("what came meanwhile").contains("Hello 李娜").contains("DG-20261125-00032");
            var id = own.get(INBOX).body().path("items").get(0).path("id").asString();
            own.post(INBOX + "/" + id + "/readings", Map.of());
            assertThat(reader.next("event:read", Duration.ofSeconds(2))).isEqualTo("event:read");
        }
    }

    @Test
    void a_stream_has_no_head_to_ask_for() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(own.base() + INBOX + "/stream")).header("Authorization", "Bearer " + own.token())
                .timeout(Duration.ofSeconds(5)).HEAD().build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    @Test
    void a_replica_that_stops_ends_its_streams_cleanly() throws Exception {
        var streams = (SmartLifecycle) context.getBean("streams");
        try (var reader = stream(null)) {
            assertThat(reader.next("data:", Duration.ofSeconds(5))).isNotNull();
            streams.stop();
            await().atMost(Duration.ofSeconds(5)).until(() -> reader.ended);
            assertThat(reader.lines).doesNotContain("broken");
        } finally {
            streams.start();
        }
    }

    @Test
    void an_email_address_is_checked_sealed_shown_masked_and_written_to() {
        assertThat(own.get(MINE).body().path("items").get(0).path("phone").asString()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        for (var wrong : new String[] {"", "li", "li@", "@example.org", "li@example", "li na@example.org", "li@example.org\r\nBcc: x@example.org",
            "a".repeat(65) + "@example.org"}) {
            var refused = own.post(MINE + "/email-addresses", Map.of("address", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.body().path("errors").get(0).path("field").asString()).isEqualTo("address");
        }
        var address = "li-" + resident + "@example.org";
        assertThat(own.post(MINE + "/email-addresses", Map.of("address", " " + address + " ")).text("email")).isEqualTo("l***@example.org");
        await().atMost(Duration.ofSeconds(20)).until(() -> outside.arrivedAt(address).size() == 1);
        assertThat(outside.arrivedAt(address).getFirst().subject()).isEqualTo("以后也会用邮件告诉您");
        others.publish(OtherServices.threshold("reached", resident, "100.25"));
        await().atMost(Duration.ofSeconds(20)).until(() -> outside.arrivedAt(address).size() == 2);
        assertThat(outside.arrivedAt(address).getFirst().text()).contains("积分落户").endsWith("大碶街道新居民服务");
        assertThat(own.post(MINE + "/email-addresses/removals", Map.of()).status()).isEqualTo(200);
        assertThat(own.post(MINE + "/email-addresses/removals", Map.of()).text("code")).isEqualTo("no-email-address");
    }

    @Test
    void what_is_muted_is_not_sent_unless_it_is_urgent() {
        assertThat(own.post(MINE + "/mutes", Map.of("channel", "INBOX")).text("code")).isEqualTo("channel-not-mutable");
        assertThat(own.post(MINE + "/mutes", Map.of("channel", "SMS")).status()).isEqualTo(200);
        step("accepted", "DG-20261125-00033");
        awaitItems(2);
        var editor = own.as(TestIssuer.shared().token("editor", "editor", "330206004"));
        await().untilAsserted(() -> assertThat(editor.get("/api/notification/dispatches?recipient=RESIDENT/" + resident + "&reason=MUTED").body()
                .path("items")).hasSize(1));
        others.publish(others.code(resident, "998877", java.time.Instant.now().plusSeconds(86_400)));
        await().atMost(Duration.ofSeconds(20)).until(() -> outside.arrivedAt(phone).size() == 2);
        assertThat(own.post(MINE + "/unmutes", Map.of("channel", "SMS")).body().path("muted")).isEmpty();
    }

    @Test
    void the_chosen_language_is_that_of_the_sms() {
        assertThat(own.post(MINE + "/languages", Map.of("language", "en")).text("language")).isEqualTo("en");
        assertThat(own.post(MINE + "/languages", Map.of("language", "fr")).status()).isEqualTo(422);
        step("accepted", "DG-20261125-00034");
        await().atMost(Duration.ofSeconds(20)).until(() -> outside.arrivedAt(phone).size() == 2);
        assertThat(outside.arrivedAt(phone).getFirst().text()).isEqualTo("【大碶街道新居民服务】Hello 李娜, we have accepted your report on a fire hazard "
                + "(DG-20261125-00034); to be settled by 2 Dec 17:00. Sign in to Xinju to follow it.");
    }
}
