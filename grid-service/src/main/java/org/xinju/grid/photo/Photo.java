package org.xinju.grid.photo;

/**
 * A photo without its metadata, ready to be kept.
 *
 * @param jpeg upright, without any metadata
 * @param width in pixels
 * @param height in pixels
 */
public record Photo(byte[] jpeg, int width, int height) {

    /** What came of a file that was sent. */
    public sealed interface Reading {

        record Read(Photo photo) implements Reading {}

        record Refused(org.xinju.events.Rule rule) implements Reading {}
    }
}
