package org.xinju.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the development issuer. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuerProperties.class)
public class IssuerApplication {

    /** @param arguments of Spring Boot */
    public static void main(String[] arguments) {
        var application = new SpringApplication(IssuerApplication.class);
        application.addInitializers(new DevelopmentOnly());
        application.run(arguments);
    }
}
