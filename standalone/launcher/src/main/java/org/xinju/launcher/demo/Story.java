package org.xinju.launcher.demo;

import java.util.Set;

/** A part of the demo world. Told again, it changes nothing. */
interface Story {

    /** Under which the data folder remembers that it was told; also of the sentence {@code demo-NAME} that is said then. */
    String name();

    /** Components without which it cannot be told. */
    Set<String> needs();

    /** @throws org.xinju.launcher.words.Refusal when a step is not taken; told again, it goes on from there */
    void tell() throws InterruptedException;
}
