package org.xinju.notification;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistrar;

import org.xinju.channels.Channels;
import org.xinju.channels.ChannelsSettings;
import org.xinju.privacy.KeyFolder;
import org.xinju.testing.Backends;
import org.xinju.testing.MovableClock;
import org.xinju.testing.TestIssuer;
import org.xinju.testing.contract.KeepsContracts;

/**
 * A whole notification-service at nine in the morning of 2026-11-25, over real HTTP and a real broker, sending to the simulator of SMS provider and
 * mail server over real HTTP and SMTP; one for all tests of the module.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = NotificationService.class)
@ActiveProfiles("development")
@KeepsContracts
@Import({Backends.class, Notification.Environment.class})
public @interface Notification {

    @TestConfiguration(proxyBeanMethods = false)
    class Environment {

        @Bean
        MovableClock clock() {
            return MovableClock.on(LocalDate.of(2026, 11, 25));
        }

        @Bean
        KeyFolder keyFolder() throws IOException {
            return KeyFolder.making(Files.createTempDirectory(Path.of("target"), "keys"));
        }

        @Bean(destroyMethod = "close")
        OtherServices otherServices(KafkaConnectionDetails kafka, KeyFolder keys) {
            return new OtherServices(kafka, keys);
        }

        @Bean
        Outside outside() throws IOException {
            var folder = Files.createTempDirectory(Path.of("target"), "channels");
            var secret = folder.resolve("sms-secret").toAbsolutePath();
            return new Outside(Channels.start(new ChannelsSettings(InetAddress.getLoopbackAddress(), 0, 0, folder, Optional.empty(), secret)), secret);
        }

        @Bean
        DynamicPropertyRegistrar properties(Outside outside) {
            var channels = outside.channels();
            return properties -> {
                properties.add("XINJU_ISSUER_URI", TestIssuer.shared()::uri);
                properties.add("XINJU_SMS_URI", () -> "http://127.0.0.1:" + channels.port() + "/sms");
                properties.add("XINJU_SMS_SECRET_FILE", () -> outside.secret().toString());
                properties.add("XINJU_SMTP_HOST", () -> "127.0.0.1");
                properties.add("XINJU_SMTP_PORT", channels::smtpPort);
                properties.add("xinju.events.topics.partitions", () -> 3);
                properties.add("xinju.sending.look-every", () -> "100ms");
            };
        }
    }
}
