package org.xinju.broker.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

/** What each service may do. Everything that is not listed is refused. */
public record AccessTable(List<Service> services) {

    private static final String ANY_HOST = "*";
    private static final Set<String> COLUMNS = Set.of("writes", "groups", "reads");
    private static final Pattern GROUP = Pattern.compile("(?<group>[\\w.-]+)@(?<topic>[\\w.-]+)");

    /**
     * A service's rights.
     *
     * @param name of the service, and of its user: {@code points-service}
     * @param writes topics
     * @param groups consumer groups and what they read; all names begin with the service's short one: {@code points.accounts}
     * @param reads topics that it reads in no group of these
     */
    public record Service(String name, Set<String> writes, Set<Group> groups, Set<String> reads) {

        /** {@code points.}: no group of another service begins like that. */
        String groupPrefix() {
            return name.replaceFirst("-service$", "") + ".";
        }

        Stream<AclBinding> bindings() {
            var topics = Stream.of(
                    writes.stream().flatMap(topic -> topic(topic, WRITE, DESCRIBE, CREATE)),
                    reads.stream().flatMap(topic -> topic(topic, READ, DESCRIBE, CREATE)),
                    groups.stream().flatMap(group -> topic(group.topic(), READ, DESCRIBE, CREATE)),
                    groups.stream().flatMap(group -> topic(group.deadLetters(), READ, WRITE, DESCRIBE, CREATE)));
            var own = Stream.of(READ, DESCRIBE).map(operation -> allowed(ResourceType.GROUP, groupPrefix(), PatternType.PREFIXED, operation));
            return Stream.concat(topics.flatMap(each -> each), own);
        }

        private Stream<AclBinding> topic(String topic, AclOperation... operations) {
            return Arrays.stream(operations).map(operation -> allowed(ResourceType.TOPIC, topic, PatternType.LITERAL, operation));
        }

        private AclBinding allowed(ResourceType type, String resource, PatternType pattern, AclOperation operation) {
            return new AclBinding(new ResourcePattern(type, resource, pattern),
                    new AccessControlEntry("User:" + name, ANY_HOST, operation, AclPermissionType.ALLOW));
        }
    }

    /** A consumer group and the topic that it works off. */
    public record Group(String name, String topic) {

        /** @throws IllegalArgumentException unless it reads {@code group@topic} */
        static Group of(String text) {
            var parts = GROUP.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("A group is written like points.accounts@registry.residents, not " + text);
            }
            return new Group(parts.group("group"), parts.group("topic"));
        }

        String deadLetters() {
            return topic + "." + name + ".dlt";
        }
    }

    /**
     * Reads lines like {@code points-service.writes = points.accounts audit.accesses}.
     *
     * @throws IllegalArgumentException one sentence that says what is wrong
     */
    public static AccessTable of(Properties lines) {
        var names = new TreeSet<String>();
        for (var key : lines.stringPropertyNames()) {
            var dot = key.lastIndexOf('.');
            if (!COLUMNS.contains(key.substring(dot + 1))) {
                throw new IllegalArgumentException(key + " says nothing: a line is <service>.writes, <service>.groups or <service>.reads");
            }
            names.add(key.substring(0, dot));
        }
        return new AccessTable(names.stream().map(name -> service(name, lines)).toList());
    }

    private static Service service(String name, Properties lines) {
        var groups = words(lines, name + ".groups").map(Group::of).toList();
        var service = new Service(name, Set.copyOf(words(lines, name + ".writes").toList()), Set.copyOf(groups),
                Set.copyOf(words(lines, name + ".reads").toList()));
        groups.stream().filter(group -> !group.name().startsWith(service.groupPrefix())).findFirst().ifPresent(group -> {
            throw new IllegalArgumentException("A group of " + name + " begins with " + service.groupPrefix() + ", unlike " + group.name());
        });
        return service;
    }

    private static Stream<String> words(Properties lines, String key) {
        return Arrays.stream(lines.getProperty(key, "").split("\\s+")).filter(word -> !word.isEmpty());
    }

    /** All rights, as the broker keeps them. */
    Set<AclBinding> bindings() {
        var all = new HashSet<AclBinding>();
        services.forEach(service -> service.bindings().forEach(all::add));
        return all;
    }
}
