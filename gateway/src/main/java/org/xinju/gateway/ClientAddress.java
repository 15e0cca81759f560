package org.xinju.gateway;

import org.springframework.web.server.ServerWebExchange;

/** Where a call comes from. */
final class ClientAddress {

    static final String ATTRIBUTE = ClientAddress.class.getName();

    private ClientAddress() {}

    static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "unknown");
    }
}
