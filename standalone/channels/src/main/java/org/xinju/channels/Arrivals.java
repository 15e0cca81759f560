package org.xinju.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What has arrived, in the order of arrival. Every change is a line of a file, so the next start knows it too. */
public final class Arrivals {

    /** Older messages are no longer shown, only kept in the file. */
    private static final int SHOWN = 200_000;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;
    private final Map<String, Arrived> byId = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Arrived> eldest) {
            return size() > SHOWN;
        }
    };

    Arrivals(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = folder.resolve("arrived.jsonl");
        if (Files.exists(file)) {
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            lines.stream().filter(line -> !line.isEmpty()).forEach(this::read);
            Files.writeString(file, "\n", StandardOpenOption.APPEND); // ends a line that a crash cut short
        }
    }

    private void read(String line) {
        try {
            var arrived = json.readValue(line, Arrived.class);
            byId.put(arrived.id(), arrived);
        } catch (JacksonException e) {
            System.err.println("passed over a broken line of " + file.getFileName());
        }
    }

    /** Keeps a message; of one that is there already only how often it came. */
    synchronized Arrived take(Arrived message) {
        var known = byId.get(message.id());
        return keep(known == null ? message : known.again());
    }

    synchronized void receipted(String id, String answer) {
        var known = byId.get(id);
        if (known != null) {
            keep(known.receipted(answer));
        }
    }

    private Arrived keep(Arrived message) {
        try {
            Files.writeString(file, json.writeValueAsString(message) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byId.put(message.id(), message);
        return message;
    }

    /** Newest first. */
    public synchronized List<Arrived> newest(Predicate<Arrived> wanted, int limit) {
        var all = new ArrayList<>(byId.values());
        return all.reversed().stream().filter(wanted).limit(limit).toList();
    }
}
