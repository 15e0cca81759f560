package org.xinju.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A real little program for the supervisor to keep: writes to a diary what happens to it. */
public final class TestProgram {

    private TestProgram() {}

    /** The command line of one. */
    static List<String> line(String behaviour, String name, Path diary) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), TestProgram.class.getName(), behaviour, name,
                diary.toString());
    }

    /** @param arguments behaviour (works, dies, sleeps), name, diary */
    public static void main(String[] arguments) throws Exception {
        var name = arguments[1];
        var diary = Path.of(arguments[2]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(diary, name + " stops")));
        write(diary, name + " starts");
        switch (arguments[0]) {
            case "works" -> System.out.println(name + " is ready");
            case "dies" -> {
                System.out.println("no bread in the house");
                System.exit(7);
            }
            default -> System.out.println("not yet");
        }
        Thread.currentThread().join();
    }

    private static void write(Path diary, String line) {
        try {
            Files.writeString(diary, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
