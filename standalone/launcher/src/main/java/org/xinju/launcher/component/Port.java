package org.xinju.launcher.component;

/**
 * Where something listens on this machine.
 *
 * @param variable of the environment that moves it
 */
public record Port(String variable, int number) {}
