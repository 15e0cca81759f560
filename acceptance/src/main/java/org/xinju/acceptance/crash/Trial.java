package org.xinju.acceptance.crash;

import java.util.List;
import java.util.function.Supplier;

import org.xinju.acceptance.crash.agent.Break;
import org.xinju.acceptance.crash.agent.Point;

/**
 * A break of the protocol and the commands and kills under which it shows.
 *
 * @param services in which the protocol is broken
 * @param stories of one round, made anew for each
 * @param kills of one round
 * @param rounds at most, until it has shown: some breaks need two replicas to meet
 */
record Trial(Break broken, List<String> services, Supplier<List<Story>> stories, List<Death> kills, int rounds) {

    /** A process dies at a point. */
    record Death(String process, Point point) {}
}
