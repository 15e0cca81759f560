package org.xinju.gateway.replica;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Keeps asking every replica whether it can work: leaves out one that cannot, takes back one that can again. */
@Component
class ReadinessChecks {

    /** A new connection for each question: one that is kept open tells nothing about the next caller's. */
    private final HttpClient http = HttpClient.newConnection();
    private final Replicas replicas;
    private final ReplicaProperties.Readiness settings;
    private final Disposable.Composite running = Disposables.composite();

    ReadinessChecks(Replicas replicas, ReplicaProperties properties) {
        this.replicas = replicas;
        this.settings = properties.readiness();
    }

    @PostConstruct
    void begin() {
        replicas.watched(replica -> running.add(isReady(replica).doOnNext(replica::found)
                .repeatWhen(answers -> answers.delayElements(settings.interval()).takeWhile(_ -> replicas.isKnown(replica))).subscribe()));
    }

    private Mono<Boolean> isReady(Replica replica) {
        return http.get().uri(replica.getUri().resolve(settings.path())).response().map(answer -> answer.status().code() / 100 == 2)
                .timeout(settings.timeout()).onErrorReturn(false);
    }

    @PreDestroy
    void end() {
        running.dispose();
    }
}
