package org.xinju.acceptance.guard;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.xinju.acceptance.Quiet;
import org.xinju.acceptance.RunningSystem;

/** Makes every call of the table as every visitor, by both doors, and compares the answer with the table. */
final class IsolationMatrix {

    private static final int AT_ONCE = 4;
    private static final int TRIES = 4;
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    private static final Duration SOON = Duration.ofMinutes(3);

    private final RunningSystem system;
    private final AccessTable table;
    private final Calls calls;
    private final Collection<String> names;
    private final List<Visitor> visitors;

    /** @param names of the calls that are made */
    IsolationMatrix(RunningSystem system, AccessTable table, Calls calls, Collection<String> names, List<Visitor> visitors) {
        this.system = system;
        this.table = table;
        this.calls = calls;
        this.names = names;
        this.visitors = new ArrayList<>(visitors);
        this.visitors.add(Visitor.anonymous());
    }

    /** @param wrong one sentence for each cell that is not as the table says */
    record Result(int cells, Collection<String> wrong) {}

    /** Where the answer is no, on one record for each call; nothing is stored by it. */
    Result refused() {
        var requests = names.stream().collect(Collectors.toMap(call -> call, call -> calls.request(call, Visitor.anonymous())));
        Quiet.await(system, SOON);
        var before = StoreDump.of(system);
        var result = walk(expected -> !expected.equals(AccessTable.YES), (call, _) -> Objects.requireNonNull(requests.get(call)));
        Quiet.await(system, SOON);
        before.changesUntil(StoreDump.of(system)).forEach(name -> result.wrong().add("changed by somebody who was refused: " + name));
        return result;
    }

    /** Where the answer is yes; whoever changes something changes a record of its own. */
    Result allowed() {
        return walk(AccessTable.YES::equals, calls::request);
    }

    /** Calls side by side, the visitors of each one after the other: what one changes another does not meet half-done. */
    private Result walk(Predicate<String> part, BiFunction<String, Visitor, Request> requests) {
        var wrong = new ConcurrentLinkedQueue<String>();
        var cells = new AtomicInteger();
        try (var executor = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory())) {
            var walks = names.stream().map(call -> CompletableFuture.runAsync(() -> walk(call, part, requests, cells, wrong), executor)).toList();
            walks.forEach(CompletableFuture::join);
        }
        return new Result(cells.get(), wrong);
    }

    private void walk(String call, Predicate<String> part, BiFunction<String, Visitor, Request> requests, AtomicInteger cells,
            Collection<String> wrong) {
        for (var visitor : visitors) {
            var expected = table.expected(call, visitor);
            if (part.test(expected)) {
                for (var door : List.of(system.gateway(), system.address(Operations.service(call)))) {
                    cells.incrementAndGet();
                    look(call, visitor, door, expected, requests.apply(call, visitor), wrong);
                }
            }
        }
    }

    private void look(String call, Visitor visitor, String door, String expected, Request request, Collection<String> wrong) {
        var answer = answered(request.with("Idempotency-Key", UUID.randomUUID().toString()).to(door, visitor.token()));
        var shown = !request.shows().isEmpty() && answer.body().contains(request.shows());
        var right = switch (expected) {
            case AccessTable.YES -> answer.status() / 100 == 2 && (shown || request.shows().isEmpty());
            case AccessTable.NOTHING -> answer.status() == 200 && !shown;
            default -> answer.status() == Integer.parseInt(expected) && !shown;
        };
        if (!right) {
            wrong.add("%s by %s %s: expected %s, was %d %s".formatted(call, visitor, door.equals(system.gateway()) ? "through the gateway" : "directly",
                    expected, answer.status(), answer.body().substring(0, Math.min(300, answer.body().length()))));
        }
    }

    /** As a client does: what is not known to be done is sent again under its key. */
    private static Http.Answer answered(HttpRequest request) {
        var answer = Http.send(request);
        for (var again = 0; again < TRIES && AWAY.contains(answer.status()); again++) {
            answer = Http.send(request);
        }
        return answer;
    }
}
