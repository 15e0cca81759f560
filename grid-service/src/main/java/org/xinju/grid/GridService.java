package org.xinju.grid;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.xinju.calendar.WorkingCalendar;
import org.xinju.events.Intakes;
import org.xinju.events.Subscription;
import org.xinju.grid.clock.WorkingTime;
import org.xinju.grid.loop.Loop;
import org.xinju.grid.loop.LoopReader;
import org.xinju.web.SignIns;

/** Keeps teams, populations and cases of the grids. Holds the keys of addresses and of files, no others. */
@SpringBootApplication
@EnableScheduling
class GridService {

    static void main(String[] arguments) {
        SpringApplication.run(GridService.class, arguments);
    }

    @Bean
    WorkingTime workingTime() {
        return new WorkingTime(WorkingCalendar.china());
    }

    /** The loop that cases go through; the service does not start with one that is not closed. */
    @Bean
    Loop loop() {
        return LoopReader.dagi();
    }

    @Bean
    SignIns signIns(MongoDatabase database, Intakes intakes) {
        return new SignIns(database, intakes);
    }

    @Bean
    Subscription bindings(SignIns signIns) {
        return signIns.subscription("grid.bindings");
    }
}
