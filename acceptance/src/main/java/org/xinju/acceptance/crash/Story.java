package org.xinju.acceptance.crash;

import java.time.LocalDate;
import java.util.Random;

/** Commands that follow on each other, sent by one client. Every one of them must hold. */
interface Story {

    /** Commands at most; rows of a roster count one by one. */
    int commands();

    /** @throws Refused when a command was refused that must hold: the story ends there */
    void tell(Teller teller);

    /** A command that must hold was refused. */
    final class Refused extends RuntimeException {
        Refused(String what) {
            super(what);
        }
    }

    /**
     * Who tells a story.
     *
     * @param random of this story alone, so that it goes the same way whatever others do
     */
    record Teller(Client client, Journal journal, LocalDate today, Random random) {

        /** The answer to a command that must hold. */
        Client.Answer must(String persona, String path, Object body) {
            return accepted(path, client.post(persona, path, body));
        }

        static Client.Answer accepted(String path, Client.Answer answer) {
            if (!answer.accepted()) {
                throw new Refused(path + " was answered " + answer.status() + " " + answer.text("type") + " after " + answer.attempts()
                        + " attempts");
            }
            return answer;
        }

        boolean oneIn(int many) {
            return random.nextInt(many) == 0;
        }

        int between(int first, int last) {
            return first + random.nextInt(last - first + 1);
        }
    }
}
