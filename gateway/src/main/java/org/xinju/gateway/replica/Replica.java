package org.xinju.gateway.replica;

import java.net.URI;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;

/** One running copy of a service, and whether calls are sent to it. */
final class Replica implements ServiceInstance {

    private static final Logger log = LoggerFactory.getLogger(Replica.class);

    private final String service;
    private final URI uri;
    private volatile boolean up;

    /** @param up what is believed until something tells otherwise */
    Replica(String service, URI uri, boolean up) {
        this.service = service;
        this.uri = uri;
        this.up = up;
    }

    boolean isUp() {
        return up;
    }

    /** What is known now; only a change is worth a line. */
    synchronized void found(boolean upNow) {
        if (up != upNow) {
            log.info(upNow ? "{} is up at {}" : "{} is left out at {}", service, getInstanceId());
        }
        up = upNow;
    }

    /** Host and port. */
    @Override
    public String getInstanceId() {
        return getHost() + ":" + getPort();
    }

    @Override
    public String getServiceId() {
        return service;
    }

    @Override
    public String getHost() {
        return uri.getHost();
    }

    @Override
    public int getPort() {
        return uri.getPort() > 0 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    @Override
    public boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public Map<String, String> getMetadata() {
        return Map.of();
    }

    @Override
    public String toString() {
        return service + " at " + getInstanceId();
    }
}
