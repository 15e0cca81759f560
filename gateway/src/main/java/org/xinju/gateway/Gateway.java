package org.xinju.gateway;

import java.security.Security;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
class Gateway {

    /** With clients that send slowly: how long one may pause, and how long a request may take to arrive. */
    @Bean
    NettyServerCustomizer patience(GatewayProperties properties) {
        return server -> server.readTimeout(properties.longestPause()).requestTimeout(properties.longTimeout());
    }

    static void main(String[] arguments) {
        // Replicas come and go: what a name meant some seconds ago is of no use. To be said before the first name is looked up.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        SpringApplication.run(Gateway.class, arguments);
    }
}
