package org.xinju.acceptance.crash.agent;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** {@code -javaagent:crash-agent.jar=FOLDER}; the folder is this process's own. */
public final class CrashAgent {

    private static final int UNFIT = 70;

    private CrashAgent() {}

    /** A place that is not there ends the process: a point that nobody passes would look like a point that nothing dies at. */
    public static void premain(String folder, Instrumentation instrumentation) throws IOException {
        var orders = Orders.read(Path.of(folder));
        var places = Stream.of(new Breaks(orders).all(), new Faults(orders).all(), new Places(orders).all()) // points outside of the others
                .flatMap(List::stream).toList();
        for (var place : places) {
            if (!isThere(place)) {
                System.err.println("The crash agent finds no method " + place.method() + " in " + place.owner()
                        + "; say in Places where that work is done now.");
                System.exit(UNFIT);
            }
        }
        Woven.use(places);
        instrumentation.addTransformer(new Transformer(places.stream().collect(Collectors.groupingBy(place -> place.owner().replace('.', '/'),
                Collectors.mapping(Place::method, Collectors.toSet())))));
    }

    private static boolean isThere(Place place) throws IOException {
        try (var in = ClassLoader.getSystemResourceAsStream(place.resource())) {
            return in == null ? place.optional() : ClassFile.of().parse(in.readAllBytes()).methods().stream()
                    .anyMatch(method -> method.methodName().stringValue().equals(place.method()) && method.code().isPresent());
        }
    }

    private record Transformer(Map<String, Set<String>> methods) implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(@Nullable ClassLoader loader, @Nullable String name, @Nullable Class<?> before,
                @Nullable ProtectionDomain domain, byte[] original) {
            var wanted = name == null ? null : methods.get(name);
            if (wanted == null) {
                return null;
            }
            try {
                return Weaver.weave(original, wanted);
            } catch (RuntimeException e) { // the JVM would go on with the class as it was
                System.err.println("The crash agent cannot weave " + name + ": " + e);
                Runtime.getRuntime().halt(UNFIT);
                return null;
            }
        }
    }
}
