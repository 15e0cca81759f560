package org.xinju.launcher.component;

import org.xinju.launcher.words.Refusal;

/**
 * Where something listens on this machine.
 *
 * @param variable of the environment that moves it
 */
public record Port(String variable, int number) {

    /** @throws Refusal when there is none so high */
    public Port {
        if (number > 65_535) {
            throw new Refusal("not-a-port", variable, number);
        }
    }

    Port above(int steps) {
        return new Port(variable, number + steps);
    }
}
