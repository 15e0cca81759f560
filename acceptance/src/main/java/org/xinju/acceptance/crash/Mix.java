package org.xinju.acceptance.crash;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.xinju.acceptance.Person;

/** The stories of a run, the same ones for the same seed. */
final class Mix {

    /** Whose rosters come. */
    static final List<String> ENTERPRISES = List.of("91990206TTTT00014L", "91990206TTTT00022F", "91990206TTTT00030A", "91990206TTTT00129T");

    private static final int LARGEST_ROSTER = 100;
    private static final int ROWS_PER_CENT = 30;
    private static final int MORE = 5_000;
    private static final int LEFT_ALONE = 100; // among them the reporters
    private static final int KINDS = 11;
    private static final int NOBODY_NEW = 6;

    private final Random random;
    private final List<Person> people;
    private final List<String> residents;
    private int used;

    /** @param residents ids of the residents that the personas {@code resident}, {@code resident-2} and so on are bound to */
    Mix(long seed, List<Person> people, List<String> residents) {
        this.random = new Random(seed);
        this.people = people;
        this.residents = residents;
    }

    /** Enough people for a run, its beginning, and for what is told until the last kill: points that only somebody new brings about are waited for. */
    static List<Person> people(long seed, int commands, LocalDate today) {
        return Person.generate(seed, 2 * commands + MORE + LEFT_ALONE, today);
    }

    /** @param commands how many, nearly; rows of rosters count one by one */
    List<Story> stories(int commands) {
        var stories = new ArrayList<Story>();
        var left = commands;
        var size = Math.clamp(commands / 15, 10, LARGEST_ROSTER);
        for (var rows = commands * ROWS_PER_CENT / 100; rows >= size; rows -= size) {
            stories.add(roster(size));
            left -= size;
        }
        while (left > 0) {
            var next = story();
            stories.add(next);
            left -= next.commands();
        }
        Collections.shuffle(stories, random);
        return stories;
    }

    private Story roster(int size) {
        var employer = random.nextInt(ENTERPRISES.size());
        var of = people.subList(used, used + size);
        used += size;
        return new Roster(employer(employer), ENTERPRISES.get(employer), of, random.nextInt(3) == 0);
    }

    /** Sends the rosters of the enterprise with this number. */
    static String employer(int number) {
        return number == 0 ? "employer" : "employer-" + (number + 1);
    }

    /** The persona that is bound to the resident with this number. */
    static String resident(int number) {
        return number == 0 ? "resident" : "resident-" + (number + 1);
    }

    /** One of few commands; about somebody new only while there is somebody new. */
    Story story() {
        return switch (used < people.size() - LEFT_ALONE ? random.nextInt(KINDS) : NOBODY_NEW + random.nextInt(KINDS - NOBODY_NEW)) {
            case 0, 1, 2 -> new Registering(people.get(used++), random.nextInt(3));
            case 3, 4 -> new Confirming(people.get(used++), random.nextInt(3) > 0);
            case 5 -> new Leaving(people.get(used++), random.nextBoolean());
            case NOBODY_NEW -> new Letting(random.nextInt(3), random.nextBoolean(), random.nextBoolean());
            case 7 -> new Looking(residents.get(random.nextInt(residents.size())), 1 + random.nextInt(2));
            default -> {
                var reporter = random.nextInt(residents.size());
                yield new Hazard(resident(reporter), residents.get(reporter), random.nextInt(Hazard.WHOLE + 1));
            }
        };
    }
}
