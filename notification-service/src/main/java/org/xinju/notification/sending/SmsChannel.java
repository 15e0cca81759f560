package org.xinju.notification.sending;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.notification.recipient.ChannelName;

/** SMS by a provider's HTTP interface: {@code POST {to, text, id}} with a bearer secret; it answers {@code {id}}. */
@Component
class SmsChannel implements Channel {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client;
    private final SendingConfiguration.Sms settings;
    private final SharedSecret secret;

    SmsChannel(SendingConfiguration.Settings settings, SharedSecret secret) {
        this.settings = settings.sms();
        this.secret = secret;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(this.settings.patience()).build();
    }

    @Override
    public ChannelName name() {
        return ChannelName.SMS;
    }

    @Override
    public boolean isOn() {
        return !settings.uri().isEmpty();
    }

    @Override
    public Limit limit() {
        return new Limit(settings.perSecond());
    }

    @Override
    public Handed hand(Envelope envelope) {
        var body = JSON.writeValueAsBytes(Map.of("to", envelope.to(), "text", envelope.text().body(), "id", envelope.id()));
        var request = HttpRequest.newBuilder(URI.create(settings.uri())).timeout(settings.patience()).header("Content-Type", "application/json")
                .header("Authorization", secret.bearer()).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            return answer(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return new Handed.Unavailable(e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handed.Unavailable("interrupted", null);
        }
    }

    /** A wrong secret is the operator's to put right, so the message waits; what else the provider objects to will not become better. */
    private static Handed answer(HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status / 100 == 2) {
            return new Handed.Taken(providerId(answer.body()));
        }
        if (status == 401 || status == 403 || status == 408 || status == 429 || status >= 500) {
            return new Handed.Unavailable("status " + status, answer.headers().firstValue("Retry-After").filter(s -> s.matches("[0-9]{1,4}"))
                    .map(s -> Duration.ofSeconds(Long.parseLong(s))).orElse(null));
        }
        return new Handed.Refused("status " + status);
    }

    private static String providerId(byte[] body) {
        try {
            return JSON.readTree(body).path("id").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
