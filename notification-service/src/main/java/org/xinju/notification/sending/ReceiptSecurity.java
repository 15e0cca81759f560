package org.xinju.notification.sending;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Providers have no token: their receipts are let through to {@link ReceiptController}, which checks the signature. */
@Configuration(proxyBeanMethods = false)
class ReceiptSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain receiptFilters(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/notification/receipts/**").csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
}
