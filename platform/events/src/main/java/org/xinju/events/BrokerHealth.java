package org.xinju.events;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.core.KafkaAdmin;

/** Whether the broker answers. Not part of readiness: without it commands are still taken, and their events wait in their documents. */
final class BrokerHealth extends AbstractHealthIndicator implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 1500;

    private final AdminClient client;

    BrokerHealth(KafkaAdmin admin) {
        super("the broker does not answer");
        var settings = new java.util.HashMap<>(admin.getConfigurationProperties());
        settings.putAll(Map.of(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
        this.client = AdminClient.create(settings);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        builder.up().withDetail("nodes", client.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).size());
    }

    @Override
    public void close() {
        client.close(java.time.Duration.ZERO);
    }
}
