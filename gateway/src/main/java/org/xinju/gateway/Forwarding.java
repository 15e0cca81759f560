package org.xinju.gateway;

import java.time.Duration;
import java.util.List;

import io.netty.channel.ChannelOption;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Calls the services as Spring Cloud Gateway does, but for streams, which have connections of their own: one that stays open for hours must
 * not take a place in the pool of the short calls. (Its own filters are switched off in {@code application.yaml}, as one cannot be
 * replaced without the other.)
 */
@Configuration(proxyBeanMethods = false)
class Forwarding {

    @Bean
    NettyRoutingFilter routing(HttpClient http, ObjectProvider<List<HttpHeadersFilter>> headers, HttpClientProperties client,
            GatewayProperties properties) {
        var places = ConnectionProvider.builder("streams").maxConnections(properties.streams().most()).pendingAcquireMaxCount(1)
                .maxIdleTime(Duration.ofSeconds(20)).build();
        var streams = HttpClient.create(places).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, client.getConnectTimeout());
        return new NettyRoutingFilter(http, headers, client) {
            @Override
            protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
                return route.getMetadata().containsKey(LiveStreams.IS_STREAM) ? streams : super.getHttpClient(route, exchange);
            }
        };
    }

    @Bean
    NettyWriteResponseFilter writing(org.springframework.cloud.gateway.config.GatewayProperties gateway,
            ObjectProvider<List<HttpHeadersFilter>> headers) {
        return new NettyWriteResponseFilter(gateway.getStreamingMediaTypes(), headers);
    }
}
