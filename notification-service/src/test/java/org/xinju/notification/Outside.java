package org.xinju.notification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.xinju.channels.Arrived;
import org.xinju.channels.Channels;
import org.xinju.testing.Api;

/** The simulated world outside: what has arrived on phones and in mailboxes, and what the providers are told to do. */
public record Outside(Channels channels, Path secret) {

    /** Newest first. */
    public List<Arrived> arrivedAt(String to) {
        return channels.arrivals().newest(arrived -> arrived.to().equals(to), 1000);
    }

    public void told(Map<String, ?> wish) {
        new Api("http://127.0.0.1:" + channels.port(), "").post("/control", wish);
    }

    /** All well, and receipts to this port. */
    public void behaves(int port) {
        told(Map.of("sms", "OK", "mail", "OK", "receipt", "DELIVERED", "receiptsTo", "http://localhost:" + port + "/api/notification/receipts/sms"));
    }

    public String signature(String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Files.readString(secret).strip().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
