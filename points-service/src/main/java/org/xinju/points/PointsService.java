package org.xinju.points;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.xinju.calendar.WorkingCalendar;

/** Keeps the points of every resident, with the reasons. Holds two keys only: that of birth dates and that of free texts. */
@SpringBootApplication
@EnableScheduling
class PointsService {

    @Bean
    WorkingCalendar workingCalendar() {
        return WorkingCalendar.china();
    }

    static void main(String[] arguments) {
        SpringApplication.run(PointsService.class, arguments);
    }
}
