package org.xinju.points;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Keeps the points of every resident, with the reasons. Holds one key only: that of birth dates. */
@SpringBootApplication
@EnableScheduling
class PointsService {

    static void main(String[] arguments) {
        SpringApplication.run(PointsService.class, arguments);
    }
}
