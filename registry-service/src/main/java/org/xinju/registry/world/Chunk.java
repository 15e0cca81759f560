package org.xinju.registry.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of work.
 *
 * @param kind of aggregates
 * @param from index of the first
 * @param until index behind the last
 */
record Chunk(Kind kind, int from, int until) {

    /** What is placed and published, in this order: who is referred to comes first. */
    enum Kind {
        ENTERPRISE("registry.enterprise"),
        DWELLING("registry.dwelling"),
        RESIDENT("registry.resident");

        private final String published;

        Kind(String published) {
            this.published = published;
        }

        /** As the operator's republisher calls it. */
        String published() {
            return published;
        }

        int count(World.Size size) {
            return switch (this) {
                case ENTERPRISE -> size.enterprises();
                case DWELLING -> size.dwellings();
                case RESIDENT -> size.residents();
            };
        }
    }

    private static final int SIZE = 500;

    static List<Chunk> placing(World.Size size) {
        var chunks = new ArrayList<Chunk>();
        for (var kind : Kind.values()) {
            for (var from = 0; from < kind.count(size); from += SIZE) {
                chunks.add(new Chunk(kind, from, Math.min(from + SIZE, kind.count(size))));
            }
        }
        return chunks;
    }

    /** A kind is published as a whole. */
    static List<Chunk> publishing(World.Size size) {
        return List.of(Kind.values()).stream().map(kind -> new Chunk(kind, 0, kind.count(size))).toList();
    }

    int count() {
        return until - from;
    }
}
