package org.xinju.channels;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ChannelsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir Path data;
    private Channels channels;
    private SharedSecret secret;

    @BeforeEach
    void started() throws IOException {
        channels = start(Optional.empty());
        secret = SharedSecret.in(data.resolve("secret"));
    }

    @AfterEach
    void stopped() {
        channels.close();
    }

    private Channels start(Optional<URI> receipts) throws IOException {
        return Channels.start(new ChannelsSettings(InetAddress.getLoopbackAddress(), 0, 0, data, receipts, data.resolve("secret")));
    }

    private HttpResponse<String> post(String path, String authorization, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + channels.port() + path)).header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> sms(String id) throws IOException, InterruptedException {
        return post("/sms", "Bearer " + secret.text(), "{\"to\":\"13912345678\",\"text\":\"您好\",\"id\":\"" + id + "\"}");
    }

    private List<Arrived> all() {
        return channels.arrivals().newest(_ -> true, 100);
    }

    @Test
    void the_same_id_is_answered_the_same_and_delivered_once() throws Exception {
        var first = sms("m1");
        var second = sms("m1");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(all()).singleElement().satisfies(arrived -> {
            assertThat(arrived.times()).isEqualTo(2);
            assertThat(arrived.text()).isEqualTo("您好");
        });
    }

    @Test
    void who_does_not_know_the_secret_sends_nothing() throws Exception {
        assertThat(post("/sms", "Bearer guess", "{\"to\":\"13912345678\",\"text\":\"x\",\"id\":\"m1\"}").statusCode()).isEqualTo(401);
        assertThat(post("/sms", "Bearer " + secret.text(), "{").statusCode()).isEqualTo(400);
        assertThat(post("/sms", "Bearer " + secret.text(), "{\"to\":\"me\",\"text\":\"x\",\"id\":\"m1\"}").statusCode()).isEqualTo(422);
        assertThat(all()).isEmpty();
    }

    @Test
    void what_has_arrived_is_there_after_a_restart_although_the_last_line_was_cut() throws Exception {
        sms("m1");
        sms("m2");
        channels.close();
        var file = data.resolve("arrived.jsonl");
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 10));
        channels = start(Optional.empty());
        assertThat(all()).extracting(Arrived::id).containsExactly("m1");
        sms("m3");
        channels.close();
        channels = start(Optional.empty());
        assertThat(all()).extracting(Arrived::id).containsExactly("m3", "m1");
    }

    @Test
    void it_fails_as_often_as_it_is_told() throws Exception {
        post("/control", "", "{\"sms\":\"FAIL\",\"times\":2}");
        assertThat(List.of(sms("m1").statusCode(), sms("m1").statusCode(), sms("m1").statusCode())).containsExactly(503, 503, 200);
    }

    @Test
    void a_dropped_answer_still_delivers() throws Exception {
        post("/control", "", "{\"sms\":\"DROP_ANSWER\",\"times\":1}");
        assertThatThrownBy(() -> sms("m1")).isInstanceOf(IOException.class);
        assertThat(sms("m1").statusCode()).isEqualTo(200);
        assertThat(all()).singleElement().extracting(Arrived::times).isEqualTo(2);
    }

    @Test
    void a_receipt_is_signed_and_repeated_until_it_is_answered_also_after_a_restart() throws Exception {
        sms("m1");
        channels.close();
        var signatures = new CopyOnWriteArrayList<String>();
        var service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            signatures.add(headers.getFirst("X-Signature"));
            assertThat(headers.getFirst("X-Signature")).isEqualTo(secret.signature(headers.getFirst("X-Timestamp"), body));
            exchange.sendResponseHeaders(signatures.size() < 2 ? 503 : 204, -1);
            exchange.close();
        });
        service.start();
        try {
            channels = start(Optional.of(URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/")));
            await().untilAsserted(() -> assertThat(all()).singleElement().extracting(Arrived::receipt).isEqualTo("DELIVERED 204"));
            assertThat(signatures).hasSize(2);
        } finally {
            service.stop(0);
        }
    }

    @Test
    void a_mail_arrives_with_its_subject_and_once_per_message_id() throws Exception {
        mail("<m1@xinju>");
        mail("<m1@xinju>");
        assertThat(all()).singleElement().satisfies(arrived -> {
            assertThat(arrived.to()).isEqualTo("li@example.org");
            assertThat(arrived.subject()).isEqualTo("您的积分");
            assertThat(arrived.text()).startsWith("李娜，您好");
            assertThat(arrived.times()).isEqualTo(2);
        });
        post("/control", "", "{\"mail\":\"REFUSE\",\"times\":1}");
        assertThatThrownBy(() -> mail("<m2@xinju>")).isInstanceOf(SendFailedException.class);
        assertThat(all()).hasSize(1);
    }

    private void mail(String id) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", "" + channels.smtpPort());
        var mail = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom("service@dagi.example");
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("li@example.org"));
        mail.setSubject("您的积分", "UTF-8");
        mail.setText("李娜，您好", "UTF-8");
        Transport.send(mail);
    }

    @Test
    void options_are_checked_with_a_sentence() {
        assertThatThrownBy(() -> ChannelsSettings.of("--port", "9105")).hasMessageContaining("--data is missing");
        assertThatThrownBy(() -> ChannelsSettings.of("--data", "d", "--port", "x")).hasMessageContaining("--port must be a port number");
        assertThatThrownBy(() -> ChannelsSettings.of("--date", "d")).hasMessageContaining("not --date");
        assertThat(ChannelsSettings.of("--data", "d").smtpPort()).isEqualTo(9106);
    }
}
