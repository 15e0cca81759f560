package org.xinju.notification;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.xinju.events.Intakes;
import org.xinju.events.Subscription;
import org.xinju.web.SignIns;

/** Reaches people: by inbox, SMS and e-mail. Opens names, phone numbers, e-mail addresses and one-time codes, nothing else. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class NotificationService {

    static void main(String[] arguments) {
        SpringApplication.run(NotificationService.class, arguments);
    }

    @Bean
    SignIns signIns(MongoDatabase database, Intakes intakes) {
        return new SignIns(database, intakes);
    }

    @Bean
    Subscription bindings(SignIns signIns) {
        return signIns.subscription("notification.bindings");
    }
}
