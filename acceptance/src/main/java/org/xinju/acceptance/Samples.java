package org.xinju.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a simulation has measured. */
record Samples(List<Sample> all) {

    /**
     * One call, or all of one user's.
     *
     * @param at when its user came, in seconds from the first
     * @param status 0: no answer
     * @param took in milliseconds
     */
    record Sample(double at, String call, int status, double took) {

        boolean isDone() {
            return status >= 200 && status < 300;
        }
    }

    static Samples read(Path file) {
        try (var lines = Files.lines(file)) {
            var all = lines.map(line -> line.split("\t"))
                    .map(cells -> new Sample(Double.parseDouble(cells[0]) / 1000, cells[1], Integer.parseInt(cells[2]), Double.parseDouble(cells[3]))).toList();
            var first = all.stream().mapToDouble(Sample::at).min().orElse(0);
            return new Samples(all.stream().map(one -> new Sample(one.at() - first, one.call(), one.status(), one.took())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Samples of(String... calls) {
        return where(one -> Set.of(calls).contains(one.call()));
    }

    Samples without(String call) {
        return where(one -> !one.call().equals(call));
    }

    /** Of users who came in these seconds. */
    Samples between(double from, double until) {
        return where(one -> one.at() >= from && one.at() < until);
    }

    Samples done() {
        return where(Sample::isDone);
    }

    int count() {
        return all.size();
    }

    /** What was refused or not answered, by status; empty for nothing. */
    String refused() {
        return all.stream().filter(one -> !one.isDone()).collect(Collectors.groupingBy(Sample::status, TreeMap::new, Collectors.counting())).entrySet().stream()
                .map(one -> one.getValue() + " × " + (one.getKey() == 0 ? "no answer" : one.getKey())).collect(Collectors.joining(", "));
    }

    Times times() {
        return Times.of(all.stream().mapToDouble(Sample::took));
    }

    private Samples where(Predicate<Sample> condition) {
        return new Samples(all.stream().filter(condition).toList());
    }
}
