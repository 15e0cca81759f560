package org.xinju.launcher.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.xinju.launcher.words.Refusal;

/**
 * What a data folder remembers about itself, in {@code state.json}.
 *
 * @param store name of the store it was made with, null before the first start
 * @param stories names of the parts of the demo world that are in it
 */
public record State(@Nullable String store, Set<String> stories) {

    @SuppressWarnings("NullAway") // a file of an earlier version does not have it
    public State {
        stories = stories == null ? Set.of() : Set.copyOf(stories);
    }

    private static final JsonMapper JSON = new JsonMapper();

    private static Path file(Path data) {
        return data.resolve("state.json");
    }

    /** @throws Refusal when the file is there but cannot be read */
    public static State of(Path data) {
        try {
            return Files.exists(file(data)) ? JSON.readValue(Files.readAllBytes(file(data)), State.class) : new State(null, Set.of());
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
        return new State(used.name(), stories);
    }

    public State with(String story) {
        return new State(store, Stream.concat(stories.stream(), Stream.of(story)).collect(Collectors.toSet()));
    }
}
