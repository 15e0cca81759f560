package org.xinju.acceptance.crash;

import java.util.List;

/** One story after the other, by one client: what they cause is worked off one by one and not at once. */
record InTurn(List<Story> stories) implements Story {

    @Override
    public int commands() {
        return stories.stream().mapToInt(Story::commands).sum();
    }

    @Override
    public void tell(Teller teller) {
        stories.forEach(story -> story.tell(teller));
    }
}
