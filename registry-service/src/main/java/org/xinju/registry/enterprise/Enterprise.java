package org.xinju.registry.enterprise;

/** An employer; its id is its unified social credit code. */
public record Enterprise(String name) {}
