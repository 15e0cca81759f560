package org.xinju.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Registers residents, enterprises, areas and sign-ins; the only place that holds the keys to all personal data. */
@SpringBootApplication
@EnableScheduling
class RegistryService {

    static void main(String[] arguments) {
        SpringApplication.run(RegistryService.class, arguments);
    }
}
