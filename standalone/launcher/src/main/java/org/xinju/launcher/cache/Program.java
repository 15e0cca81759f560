package org.xinju.launcher.cache;

import java.nio.file.Path;
import java.util.List;

/** What the build made, and how to start it. */
public sealed interface Program {

    /** The file that must be there. */
    Path jar();

    /** An executable jar of Spring Boot. */
    record BootJar(Path jar) implements Program {}

    /** A jar with the jars it needs in {@code lib} beside it. */
    record Classpath(Path jar, String mainClass) implements Program {

        Path libraries() {
            return jar.resolveSibling("lib");
        }
    }

    /**
     * All of a JVM's command line.
     *
     * @param java the executable
     * @param flags of the JVM
     * @param arguments of the program
     */
    record Line(Path java, List<String> flags, List<String> arguments) {}
}
