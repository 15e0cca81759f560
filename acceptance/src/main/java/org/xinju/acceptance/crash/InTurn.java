package org.xinju.acceptance.crash;

import java.time.Duration;
import java.util.List;

import org.xinju.acceptance.Waiting;

/**
 * One story after the other, by one client: what they cause is worked off one by one and not at once.
 *
 * @param pause after each
 */
record InTurn(List<Story> stories, Duration pause) implements Story {

    @Override
    public int commands() {
        return stories.stream().mapToInt(Story::commands).sum();
    }

    @Override
    public void tell(Teller teller) {
        for (var story : stories) {
            story.tell(teller);
            Waiting.pause(pause);
        }
    }
}
