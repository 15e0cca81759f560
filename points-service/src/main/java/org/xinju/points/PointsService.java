package org.xinju.points;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

/** Keeps the points of every resident, with the reasons. Holds one key only: that of birth dates. */
@SpringBootApplication
@EnableScheduling
class PointsService {

    static void main(String[] arguments) {
        SpringApplication.run(PointsService.class, arguments);
    }

    /** The version in force. */
    @Bean
    PolicyVersion policy() {
        return PublishedPolicies.dgDefault();
    }
}
