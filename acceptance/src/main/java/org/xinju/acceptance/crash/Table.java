package org.xinju.acceptance.crash;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run has shown. */
public record Table(CrashRun.Plan plan, int accepted, Traffic traffic, Duration sent, Duration quiet, List<Killer.Killed> killed,
        Coverage coverage, List<Finding> findings) {

    private static final int SHOWN = 30;

    /** Whether every accepted command has exactly one effect, and the run was one that could show otherwise. */
    public boolean isClean() {
        return findings.isEmpty() && (!plan.named() || coverage.isFull());
    }

    /** As it is printed. */
    public String text() {
        var text = new StringBuilder("\n");
        text.append("%-24s %6s %10s %10s %10s%n".formatted("process", "kills", "in flight", "back, mean", "longest"));
        var byProcess = killed.stream().collect(Collectors.groupingBy(k -> k.kill().process(), TreeMap::new, Collectors.toList()));
        byProcess.forEach((process, kills) -> text.append("%-24s %6d %10d %8.1f s %8.1f s%n".formatted(process, kills.size(),
                kills.stream().mapToInt(Killer.Killed::inFlight).sum(),
                kills.stream().mapToLong(k -> k.recovery().toMillis()).average().orElse(0) / 1000,
                kills.stream().mapToLong(k -> k.recovery().toMillis()).max().orElse(0) / 1000.0)));
        text.append("%n%9s %9s %9s %7s %6s %8s %6s %8s %8s %6s%n".formatted("commands", "requests", "accepted", "copies", "lost", "doubled",
                "wrong", "unasked", "refused", "stuck"));
        text.append("%9d %9d %9d %7d %6d %8d %6d %8d %8d %6d%n".formatted(traffic.answered(), traffic.attempts(), accepted, traffic.copies(),
                count(Finding.Kind.LOST), count(Finding.Kind.DOUBLED), count(Finding.Kind.WRONG), count(Finding.Kind.UNASKED),
                count(Finding.Kind.REFUSED), count(Finding.Kind.STUCK)));
        text.append(String.format(Locale.ROOT, "%nseed %d, %d replicas, %d clients, sent within %d s, quiet after %d s%n", plan.seed(), plan.replicas(),
                plan.clients(), sent.toSeconds(), quiet.toSeconds()));
        findings.stream().limit(SHOWN).forEach(finding -> text.append(finding).append('\n'));
        if (findings.size() > SHOWN) {
            text.append("... and ").append(findings.size() - SHOWN).append(" more\n");
        }
        if (plan.named()) {
            text.append('\n').append(coverage.text());
            text.append(coverage.isFull() ? "" : "Not every process died at every point " + Coverage.TIMES + " times with a command in flight.\n");
        }
        text.append(isClean() ? "Every accepted command has exactly one effect.\n"
                : findings.size() + " findings; replay with --seed " + plan.seed() + "\n");
        return text.toString();
    }

    private long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
