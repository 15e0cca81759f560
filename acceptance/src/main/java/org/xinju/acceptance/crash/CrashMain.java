package org.xinju.acceptance.crash;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.crash.agent.Break;

/** {@code ./run crash}: ends with 1 when anything was found. */
public final class CrashMain {

    private static final String USAGE = """
            ./run crash [--commands N] [--kills N] [--seed N] [--replicas N] [--clients N] [--random]

              --commands   sent while processes are killed (10000)
              --kills      with SIGKILL, all processes in turn (100)
              --seed       of commands and kills; the same seed sends and kills the same (by the clock)
              --replicas   of each service (1)
              --clients    that send at the same time (8)
              --prove [NAME...]  break the protocol on purpose instead, and see that each break is found; or these only, like EARLY_COMMIT
              --situations let other things happen instead: zombies, broker and store away, answers lost, poison, an old backup
              --random     kill at any moment only, not at the named points too
            """;

    private static final Set<String> NUMBERS = Set.of("--commands", "--kills", "--seed", "--replicas", "--clients");
    private static final Set<String> FLAGS = Set.of("--prove", "--situations", "--random", "help", "--help");

    private static final List<String> BREAKS = Stream.of(Break.values()).map(Break::name).toList();

    private CrashMain() {}

    public static void main(String[] arguments) {
        var options = List.of(arguments);
        var wrong = wrong(options);
        if (wrong != null) {
            System.err.println(wrong + "\n\n" + USAGE);
            System.exit(2);
        }
        if (options.contains("help") || options.contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        if (options.contains("--prove")) {
            var results = Proof.run(number(options, "--seed", 1), breaks(options), RunningSystem.root().resolve("data/crash"), System.out);
            System.exit(results.stream().allMatch(Proof.Result::isAsItShouldBe) ? 0 : 1);
        }
        if (options.contains("--situations")) {
            var results = Situations.run(number(options, "--seed", 1), RunningSystem.root().resolve("data/crash"), System.out);
            System.exit(results.stream().allMatch(result -> result.findings().isEmpty()) ? 0 : 1);
        }
        var plan = new CrashRun.Plan(number(options, "--seed", System.currentTimeMillis() % 1_000_000), (int) number(options, "--commands", 10_000),
                (int) number(options, "--kills", 100), (int) number(options, "--replicas", 1), (int) number(options, "--clients", 8), !options.contains("--random"));
        var table = CrashRun.run(plan, RunningSystem.root().resolve("data/crash"), System.out);
        System.out.print(table.text());
        System.exit(table.isClean() ? 0 : 1);
    }

    /** What is wrong with the options; null when nothing is. */
    static @Nullable String wrong(List<String> options) {
        for (var at = 0; at < options.size(); at++) {
            var option = options.get(at);
            if (NUMBERS.contains(option)) {
                at++;
                if (at == options.size() || !options.get(at).matches("[1-9][0-9]{0,8}")) {
                    return option + " needs a number from 1 to 999999999";
                }
            } else if (!FLAGS.contains(option) && !(options.contains("--prove") && BREAKS.contains(option))) {
                return "unknown option: " + option;
            }
        }
        return null;
    }

    private static Set<Break> breaks(List<String> options) {
        return options.stream().filter(BREAKS::contains).map(Break::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static long number(List<String> options, String name, long usual) {
        var at = options.indexOf(name);
        return at < 0 ? usual : Long.parseLong(options.get(at + 1));
    }
}
