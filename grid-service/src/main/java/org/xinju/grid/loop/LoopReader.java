package org.xinju.grid.loop;

import java.io.InputStream;
import java.util.Objects;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a loop. */
public final class LoopReader {

    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private LoopReader() {}

    /** The loop that comes with the service. */
    public static Loop dagi() {
        InputStream file = Objects.requireNonNull(LoopReader.class.getResourceAsStream("/loop/loop.json"));
        return LoopChecks.sound(JSON.readValue(file, Loop.class));
    }
}
