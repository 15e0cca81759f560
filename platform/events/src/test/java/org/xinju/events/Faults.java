package org.xinju.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.jspecify.annotations.Nullable;

/** Counts every operation on the store and the broker and lets one of them fail in a chosen way. */
final class Faults {

    enum Kind {
        /** The process dies before the operation reaches the server. */
        CRASH_BEFORE,
        /** The process dies right after the server has done it. */
        CRASH_AFTER,
        /** The server does it, the answer is lost and the process goes on. */
        ANSWER_LOST
    }

    /** Stands for SIGKILL: nothing in the code under test may catch it. */
    static final class Crash extends Error {}

    private static final Set<String> OPERATIONS = Set.of("find", "insertOne", "updateOne", "bulkWrite", "send");

    private final int failing;
    private final @Nullable Kind kind;
    private int operations;

    Faults(int failing, @Nullable Kind kind) {
        this.failing = failing;
        this.kind = kind;
    }

    static Faults none() {
        return new Faults(-1, null);
    }

    int operations() {
        return operations;
    }

    @SuppressWarnings("unchecked")
    <T> T around(T target, Class<T> face) {
        return (T) Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (_, method, arguments) -> {
            if (OPERATIONS.contains(method.getName())) {
                return counted(target, method, arguments);
            }
            var result = invoke(target, method, arguments);
            return result instanceof MongoCollection<?> collection ? around(collection, MongoCollection.class) : result;
        });
    }

    MongoDatabase around(MongoDatabase database) {
        return around(database, MongoDatabase.class);
    }

    private @Nullable Object counted(Object target, Method method, Object[] arguments) throws Throwable {
        var now = ++operations == failing ? kind : null;
        if (now == Kind.CRASH_BEFORE) {
            throw new Crash();
        }
        var result = invoke(target, method, arguments);
        if (now == Kind.CRASH_AFTER) {
            throw new Crash();
        }
        if (now == Kind.ANSWER_LOST) {
            throw new MongoSocketReadException("answer lost", new ServerAddress());
        }
        return result;
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
