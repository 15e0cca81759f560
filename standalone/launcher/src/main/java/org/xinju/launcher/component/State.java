package org.xinju.launcher.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.launcher.words.Refusal;

/**
 * What a data folder remembers about itself, in {@code state.json}.
 *
 * @param store name of the store it was made with, null before the first start
 * @param demoWorld whether the demo world is in it
 */
public record State(@Nullable String store, boolean demoWorld) {

    private static final JsonMapper JSON = new JsonMapper();

    private static Path file(Path data) {
        return data.resolve("state.json");
    }

    /** @throws Refusal when the file is there but cannot be read */
    public static State of(Path data) {
        try {
            return Files.exists(file(data)) ? JSON.readValue(Files.readAllBytes(file(data)), State.class) : new State(null, false);
        } catch (IOException | JacksonException e) {
            throw new Refusal("state-damaged", file(data));
        }
    }

    /** Writes it, whole or not at all. */
    public State keep(Path data) {
        try {
            var written = data.resolve("state.json.new");
            Files.write(written, JSON.writeValueAsBytes(this));
            Files.move(written, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public State with(Store used) {
        return new State(used.name(), demoWorld);
    }

    public State withDemoWorld() {
        return new State(store, true);
    }
}
