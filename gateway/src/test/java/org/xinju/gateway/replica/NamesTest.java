package org.xinju.gateway.replica;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Replicas that are found by the name they all have. */
class NamesTest {

    private final ReplicaProperties properties = new ReplicaProperties(Map.of("points", List.of(URI.create("dns://points-service:9102"))),
            new ReplicaProperties.Readiness("/", Duration.ofSeconds(1), Duration.ofSeconds(1)), Duration.ofMillis(10));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Replicas replicas = new Replicas(properties, meters);
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final Names names = new Names(properties, replicas, this::resolve);

    private InetAddress[] resolve(String host) throws UnknownHostException {
        questions.incrementAndGet();
        assertThat(host).isEqualTo("points-service");
        if (addresses.contains("broken")) {
            throw new IllegalStateException("broken");
        }
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        var found = new ArrayList<InetAddress>();
        for (var address : addresses) {
            found.add(InetAddress.getByName(address));
        }
        return found.toArray(InetAddress[]::new);
    }

    @AfterEach
    void end() {
        names.end();
    }

    private List<String> open() {
        return replicas.open("points", Set.of()).stream().map(it -> it.getUri().toString()).sorted().toList();
    }

    @Test
    void they_come_and_go_with_its_addresses() {
        names.begin();
        assertThat(open()).isEmpty();

        addresses.add("10.0.0.2");
        await().untilAsserted(() -> assertThat(open()).containsExactly("http://10.0.0.2:9102"));
        addresses.addAll(List.of("10.0.0.3", "fd00::1"));
        await().untilAsserted(() -> assertThat(open()).containsExactly("http://10.0.0.2:9102", "http://10.0.0.3:9102", "http://[fd00:0:0:0:0:0:0:1]:9102"));
        assertThat(meters.find("xinju.gateway.replica.up").gauges()).hasSize(3);
        addresses.removeFirst();
        await().untilAsserted(() -> assertThat(open()).hasSize(2).doesNotContain("http://10.0.0.2:9102"));
        assertThat(meters.find("xinju.gateway.replica.up").gauges()).hasSize(2);
    }

    @Test
    void one_that_joins_gets_calls_when_it_is_ready() {
        var joined = new CopyOnWriteArrayList<Replica>();
        replicas.watched(joined::add);
        replicas.found("points", Set.of(URI.create("http://10.0.0.2:9102")));
        joined.getFirst().found(true);

        replicas.found("points", Set.of(URI.create("http://10.0.0.2:9102"), URI.create("http://10.0.0.3:9102")));

        assertThat(open()).containsExactly("http://10.0.0.2:9102");
        joined.getLast().found(true);
        assertThat(open()).hasSize(2);
        replicas.found("points", Set.of(URI.create("http://10.0.0.3:9102")));
        assertThat(replicas.isKnown(joined.getFirst())).as("it is asked no more").isFalse();
        assertThat(replicas.isKnown(joined.getLast())).isTrue();
    }

    @Test
    void a_name_that_is_unknown_for_now_changes_nothing() {
        addresses.add("10.0.0.2");
        names.begin();
        await().until(() -> !open().isEmpty());

        addresses.clear();
        var before = questions.get();

        await().until(() -> questions.get() > before + 2);
        assertThat(open()).containsExactly("http://10.0.0.2:9102");
    }

    @Test
    void a_look_up_that_fails_is_not_the_last() {
        addresses.add("broken");
        names.begin();
        await().until(() -> questions.get() > 2);

        addresses.set(0, "10.0.0.4");

        await().untilAsserted(() -> assertThat(open()).containsExactly("http://10.0.0.4:9102"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"points-service:9102", "dns://points-service", "ftp://points-service:9102", "http:///nothing"})
    void an_address_that_says_nothing_is_refused(String address) {
        assertThatThrownBy(() -> new ReplicaProperties(Map.of("points", List.of(URI.create(address))), properties.readiness(), properties.lookUp()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("xinju.gateway.services.points").hasMessageContaining("dns://host:9101");
    }

    @Test
    void a_name_and_addresses_beside_each_other_are_refused() {
        var both = List.of(URI.create("dns://points-service:9102"), URI.create("http://other:9102"));
        assertThatThrownBy(() -> new ReplicaProperties(Map.of("points", both), properties.readiness(), properties.lookUp()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
