package org.xinju.launcher.demo;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** Tells the stories of the demo world. Every step may be done again and is done once. */
public final class DemoWorld {

    private final List<Story> stories;
    private final Console console;

    /** @param issuer the {@code iss} of the personas' tokens */
    public DemoWorld(URI gateway, Tokens tokens, String issuer, Console console) {
        var api = new Api(gateway, tokens);
        this.stories = List.of(new People(api, tokens, issuer, console), new Newcomer(api), new Teams(api), new SettledHazard(api),
                new OpenHazard(api));
        this.console = console;
    }

    /**
     * Tells what was not told yet. A story that breaks off leaves the others alone and is told again the next time.
     *
     * @param told names of the stories told before
     * @param running names of the components that run: what needs others waits for a start with them
     * @param then hears the name of each story told
     */
    public void tell(Set<String> told, Set<String> running, Consumer<String> then) throws InterruptedException {
        var untold = stories.stream().filter(story -> !told.contains(story.name()) && running.containsAll(story.needs())).toList();
        if (untold.isEmpty()) {
            return;
        }
        console.say("demo-begins");
        for (var story : untold) {
            try {
                story.tell();
                console.say("demo-" + story.name());
                then.accept(story.name());
            } catch (Refusal e) {
                console.print(e.in(console.words()));
            }
        }
    }
}
