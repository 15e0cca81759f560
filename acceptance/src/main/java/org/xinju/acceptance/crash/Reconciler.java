package org.xinju.acceptance.crash;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.xinju.acceptance.RunningSystem;

/** Compares what was accepted with what every service shows and publishes. Topics are read first: what it then reads leaves traces itself. */
final class Reconciler {

    private static final int READERS = 8;

    private final RunningSystem system;
    private final Journal journal;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    Reconciler(RunningSystem system, Journal journal, LocalDate today) {
        this.system = system;
        this.journal = journal;
        this.today = today;
    }

    /** All differences; empty when every accepted command has exactly one effect. */
    List<Finding> compare() {
        var published = Published.now(system);
        new EventCheck(journal, published, findings::add).check();
        new MessageCheck(system, journal, published, findings::add).check();
        new AccessCheck(system, journal, published, findings::add).check();
        new PopulationCheck(system, journal, findings::add).check();
        var records = new RecordCheck(system, today, this::found);
        each(List.copyOf(journal.residents().values()), records::check);
        each(List.copyOf(journal.cases().values()), records::check);
        return findings;
    }

    private synchronized void found(Finding finding) {
        findings.add(finding);
    }

    private static <T> void each(List<T> all, Consumer<T> check) {
        try (var threads = Executors.newFixedThreadPool(READERS)) {
            for (var done : threads.invokeAll(all.stream().map(one -> Executors.callable(() -> check.accept(one))).toList())) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
