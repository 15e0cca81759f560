package org.xinju.load;

import java.time.Duration;
import java.util.Arrays;

import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.OpenInjectionStep;

/** At which rate users come, one step after the other: {@code 10x60,2.5x30} is ten a second for a minute, then five in two seconds for half a minute. */
final class Arrivals {

    private Arrivals() {}

    static OpenInjectionStep[] of(String steps) {
        return Arrays.stream(steps.split(",")).map(step -> {
            var parts = step.split("x");
            return CoreDsl.constantUsersPerSec(Double.parseDouble(parts[0])).during(Duration.ofSeconds(Long.parseLong(parts[1])));
        }).toArray(OpenInjectionStep[]::new);
    }
}
