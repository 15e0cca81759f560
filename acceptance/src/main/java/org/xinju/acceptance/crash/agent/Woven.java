package org.xinju.acceptance.crash.agent;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** Where woven methods come to. */
public final class Woven {

    private static final Map<String, Method> METHODS = new ConcurrentHashMap<>();
    private static volatile List<Place> places = List.of();

    private Woven() {}

    static void use(List<Place> all) {
        places = List.copyOf(all);
    }

    /** Called by woven code alone. */
    public static @Nullable Object call(Class<?> owner, String name, String type, @Nullable Object self, Object[] arguments) throws Throwable {
        var method = METHODS.computeIfAbsent(owner.getName() + name + type, _ -> original(owner, name, type));
        Place.Original call = (on, with) -> invoke(method, on, with);
        for (var place : places) {
            if (place.owner().equals(owner.getName()) && place.method().equals(name)) {
                var inner = call;
                call = (on, with) -> place.around().call(on, with, inner);
            }
        }
        return call.call(self, arguments);
    }

    private static Method original(Class<?> owner, String name, String type) {
        try {
            var parameters = MethodType.fromMethodDescriptorString(type, owner.getClassLoader()).parameterArray();
            var method = owner.getDeclaredMethod(name + Weaver.SUFFIX, parameters);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object invoke(Method method, @Nullable Object self, Object[] arguments) throws Throwable {
        try {
            return method.invoke(self, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
