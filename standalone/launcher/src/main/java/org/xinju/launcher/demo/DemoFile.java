package org.xinju.launcher.demo;

/**
 * A file to send.
 *
 * @param type its media type
 */
record DemoFile(String name, String type, byte[] content) {}
