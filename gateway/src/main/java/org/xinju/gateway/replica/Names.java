package org.xinju.gateway.replica;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Finds the replicas of services that are configured by a name, as a container engine gives one to all copies of a service, by asking for its
 * addresses again and again ({@code Gateway.main} sees to it that the JVM does not keep the first answer). A name that is unknown for now changes nothing: readiness tells who is dead.
 */
@Component
class Names {

    /** How addresses are found: {@link InetAddress#getAllByName}. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private static final Logger log = LoggerFactory.getLogger(Names.class);

    private final ReplicaProperties properties;
    private final Replicas replicas;
    private final Resolver resolver;
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Disposable.Composite running = Disposables.composite();

    @Autowired
    Names(ReplicaProperties properties, Replicas replicas) {
        this(properties, replicas, InetAddress::getAllByName);
    }

    Names(ReplicaProperties properties, Replicas replicas, Resolver resolver) {
        this.properties = properties;
        this.replicas = replicas;
        this.resolver = resolver;
    }

    @PostConstruct
    void begin() {
        properties.services().forEach((service, addresses) -> addresses.stream().filter(ReplicaProperties::isName).forEach(name -> running.add(
                Mono.<Void>fromRunnable(() -> lookUp(service, name)).subscribeOn(Schedulers.boundedElastic())
                        .repeatWhen(ends -> ends.delayElements(properties.lookUp())).subscribe())));
    }

    private void lookUp(String service, URI name) {
        try {
            replicas.found(service, Stream.of(resolver.addresses(name.getHost()))
                    .map(address -> URI.create("http://" + literal(address) + ":" + name.getPort())).collect(Collectors.toUnmodifiableSet()));
            unknown.remove(service);
        } catch (UnknownHostException e) {
            if (unknown.add(service)) {
                log.info("{} has no addresses at {}", service, name);
            }
        } catch (RuntimeException e) {
            log.warn("The replicas of {} could not be looked up", service, e); // the next time may be better
        }
    }

    private static String literal(InetAddress address) {
        var text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    @PreDestroy
    void end() {
        running.dispose();
    }
}
