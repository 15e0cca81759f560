package org.xinju.testing.contract;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Compares what the documents say of a running service with its code: every event of every sealed family, and every group that reads a topic. The
 * module of the event protocol uses this one, so its classes are known here by their names.
 */
public final class PublishedTypes {

    private static final String AGGREGATES = "org.xinju.events.Aggregates";
    private static final String SUBSCRIPTION = "org.xinju.events.Subscription";
    private static final String BROADCAST = "org.xinju.events.Broadcast";

    private final String service;
    private final ApplicationContext context;

    /** An event class. @param change null for a snapshot, which says nothing but the state */
    private record Coded(String topic, @Nullable Class<?> change) {}

    private PublishedTypes(String service, ApplicationContext context) {
        this.service = service;
        this.context = context;
    }

    /**
     * @param service {@code registry}
     * @return what is wrong, in words; empty when nothing is
     */
    public static List<String> faults(String service, ApplicationContext context) {
        var types = new PublishedTypes(service, context);
        var faults = new ArrayList<String>();
        types.compareTypes(faults);
        differences("group and topic", types.groups(), Documents.all().consumers(service), faults);
        return faults;
    }

    private void compareTypes(List<String> faults) {
        var coded = coded();
        var documented = new TreeMap<String, Documents.Promise>();
        Documents.all().promises().stream().filter(promise -> promise.service().equals(service)).forEach(p -> documented.put(p.type(), p));
        var published = new TreeSet<>(coded.keySet());
        published.add(service + ".access.recorded.v1");
        differences("type", published, documented.keySet(), faults);
        coded.forEach((type, event) -> {
            var promise = documented.get(type);
            if (promise != null) {
                if (!promise.topic().equals(event.topic())) {
                    faults.add(type + " is published on " + event.topic() + ", not on " + promise.topic());
                }
                differences(type + " change", fields(event), Documents.all().change(promise).path("properties").propertyNames(), faults);
            }
        });
    }

    private static void differences(String what, Collection<String> inCode, Collection<String> inDocument, List<String> faults) {
        inCode.stream().filter(name -> !inDocument.contains(name)).forEach(name -> faults.add(what + " " + name + " is in no document of docs/events"));
        inDocument.stream().filter(name -> !inCode.contains(name)).forEach(name -> faults.add(what + " " + name + " is documented and not in the code"));
    }

    private static List<String> fields(Coded event) {
        return event.change() == null ? List.of() : Arrays.stream(event.change().getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private Map<String, Coded> coded() {
        var coded = new TreeMap<String, Coded>();
        for (var bean : context.getBeansOfType(Object.class).values()) {
            for (var field : bean.getClass().getDeclaredFields()) {
                if (field.getType().getName().equals(AGGREGATES)) {
                    var type = call(value(field, bean), "type");
                    var name = (String) call(type, "name");
                    var topic = (String) call(type, "topic");
                    coded.put(name + ".snapshot.v1", new Coded(topic, null));
                    events(family(field)).forEach(event -> coded.put(name + "." + kebab(event.getSimpleName()) + ".v1", new Coded(topic, event)));
                }
            }
        }
        return coded;
    }

    private static Stream<Class<?>> events(Class<?> family) {
        return family.isSealed() ? Arrays.stream(family.getPermittedSubclasses()).flatMap(PublishedTypes::events) : Stream.of(family);
    }

    private static Class<?> family(Field aggregates) {
        return (Class<?>) ((ParameterizedType) aggregates.getGenericType()).getActualTypeArguments()[1];
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Groups by topic. */
    static Map<String, List<String>> subscriptions(ApplicationContext context) {
        return listeners(context, SUBSCRIPTION).collect(Collectors.groupingBy(s -> (String) call(s, "topic"), TreeMap::new,
                Collectors.mapping(s -> (String) call(s, "group"), Collectors.toList())));
    }

    private List<String> groups() {
        var groups = new TreeSet<String>();
        subscriptions(context).forEach((topic, readers) -> readers.forEach(group -> groups.add(group + " " + topic)));
        listeners(context, BROADCAST).map(broadcast -> call(broadcast, "name") + " " + call(broadcast, "topic"))
                .filter(name -> name.startsWith(service + ".")).forEach(groups::add); // a test may listen too
        return List.copyOf(groups);
    }

    private static Stream<Object> listeners(ApplicationContext context, String type) {
        return context.getBeansOfType(Object.class).values().stream().filter(bean -> bean.getClass().getName().equals(type));
    }

    private static Object value(Field field, Object bean) {
        try {
            field.setAccessible(true);
            return field.get(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }

    private static Object call(Object target, String method) {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(target.getClass() + "." + method, e);
        }
    }
}
