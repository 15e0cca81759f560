package org.xinju.acceptance.crash.agent;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Reads and copies what other packages keep to themselves. */
final class Reflected {

    private Reflected() {}

    /** What a method without parameters answers. */
    static <T> T ask(Object of, String method, Class<T> type) throws ReflectiveOperationException {
        var found = of.getClass().getDeclaredMethod(method);
        found.setAccessible(true);
        return Objects.requireNonNull(type.cast(found.invoke(of)));
    }

    static <T> T field(Object of, String name, Class<T> type) throws ReflectiveOperationException {
        var field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return Objects.requireNonNull(type.cast(field.get(of)));
    }

    /** A copy of a record with one component changed. */
    static Object with(Object record, String component, @Nullable Object value) throws ReflectiveOperationException {
        var components = record.getClass().getRecordComponents();
        var constructor = record.getClass().getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        var values = new @Nullable Object[components.length];
        for (var n = 0; n < components.length; n++) {
            var read = components[n].getAccessor();
            read.setAccessible(true);
            values[n] = components[n].getName().equals(component) ? value : read.invoke(record);
        }
        return constructor.newInstance(values);
    }
}
