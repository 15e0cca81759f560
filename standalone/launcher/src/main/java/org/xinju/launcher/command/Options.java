package org.xinju.launcher.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.xinju.launcher.component.Replicas;
import org.xinju.launcher.words.Refusal;

/**
 * What stands on the command line.
 *
 * @param command its name
 * @param rest what belongs to the command
 * @param detached whether the system is to run in the background
 * @param follow whether logs are followed
 * @param empty whether the demo world is left out
 * @param only components to run, empty for all
 * @param replicas how many processes of the services
 * @param clockOffset added to the services' clocks
 */
record Options(String command, List<String> rest, boolean detached, boolean follow, boolean empty, Set<String> only, Replicas replicas,
        Duration clockOffset) {

    static final String START = "start";

    /** A program with options of its own: all that stands behind the command is left to it. */
    static final String CRASH = "crash";

    /**
     * @param now of the machine, in the time zone of the services
     * @throws Refusal when an option is unknown or lacks its value
     */
    static Options of(List<String> arguments, LocalDateTime now) {
        if (!arguments.isEmpty() && arguments.getFirst().equals(CRASH)) {
            var own = List.copyOf(arguments.subList(1, arguments.size()));
            return new Options(CRASH, own, false, false, false, Set.of(), Replicas.ONE_EACH, Duration.ZERO);
        }
        var words = new ArrayList<String>();
        var flags = new LinkedHashSet<String>();
        var only = Set.<String>of();
        var replicas = Replicas.ONE_EACH;
        var offset = Duration.ZERO;
        for (var given = arguments.iterator(); given.hasNext();) {
            var argument = given.next();
            switch (argument) {
                case "-d", "--detach", "-f", "--follow", "--empty" -> flags.add(argument.replaceFirst("^-+", "").substring(0, 1));
                case "-h", "--help" -> words.addFirst("help");
                case "--only" -> only = Set.copyOf(Arrays.asList(value(argument, given).split(",")));
                case "--replicas" -> replicas = replicas.and(Replicas.of(value(argument, given)));
                case "--date" -> offset = Duration.between(now, moment(value(argument, given), now));
                default -> {
                    if (argument.startsWith("-")) {
                        throw new Refusal("unknown-option", argument);
                    }
                    words.add(argument);
                }
            }
        }
        var command = words.isEmpty() ? START : words.removeFirst();
        return new Options(command, List.copyOf(words), flags.contains("d"), flags.contains("f"), flags.contains("e"), only, replicas, offset);
    }

    private static String value(String option, Iterator<String> given) {
        if (!given.hasNext()) {
            throw new Refusal("option-without-value", option);
        }
        return given.next();
    }

    /** A day, at the time that it is now, or a day and a time. */
    private static LocalDateTime moment(String text, LocalDateTime now) {
        try {
            return text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atTime(now.toLocalTime());
        } catch (DateTimeException e) {
            throw new Refusal("not-a-date", text);
        }
    }
}
