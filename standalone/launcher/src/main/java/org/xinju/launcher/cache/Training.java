package org.xinju.launcher.cache;

import java.util.List;
import java.util.Map;

import org.xinju.launcher.process.Readiness;

/** How a program is run once for the JVM to learn which classes a start needs. */
public sealed interface Training {

    /**
     * A Spring Boot application with its real settings that ends before it serves anybody; what it needs must be up.
     *
     * @param environment added to the launcher's own
     */
    record UntilRefreshed(Map<String, String> environment) implements Training {}

    /**
     * A program that is stopped as soon as it is ready.
     *
     * @param arguments lead it to ports and folders that are nobody's
     */
    record UntilReady(List<String> arguments, Readiness readiness) implements Training {}
}
