package org.xinju.acceptance.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import tools.jackson.databind.json.JsonMapper;

import org.xinju.acceptance.RunningSystem;

/**
 * Hostile files, to every call that takes a file: all are refused as files, but for pictures where pictures are taken, of which nothing but the picture
 * stays. Nobody is asked for anything by a file, and no service dies of one, or of many at once.
 */
final class Uploads {

    private static final int AT_ONCE = 6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningSystem system;
    private final Operations operations;
    private final AccessTable table;
    private final Calls calls;
    private final List<Visitor> visitors;
    private final Collection<String> wrong = new ConcurrentLinkedQueue<>();

    Uploads(RunningSystem system, Operations operations, AccessTable table, Calls calls, List<Visitor> visitors) {
        this.system = system;
        this.operations = operations;
        this.table = table;
        this.calls = calls;
        this.visitors = visitors;
    }

    /** @return one sentence for each answer that must not be */
    Collection<String> send() {
        var takers = operations.all().stream().filter(operations::takesFile).toList();
        if (takers.isEmpty()) {
            wrong.add("no call takes a file");
        }
        var before = processes(takers);
        try (var asked = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var files = HostileFiles.all("http://127.0.0.1:" + asked.getLocalPort() + "/entity");
            for (var call : takers) {
                files.forEach(file -> List.of(system.address(Operations.service(call)), system.gateway()).forEach(address -> look(address, call, file)));
                var together = new ArrayList<CompletableFuture<Void>>();
                files.forEach(file -> together.add(CompletableFuture.runAsync(() -> look(system.address(Operations.service(call)), call, file), executor)));
                together.forEach(CompletableFuture::join);
            }
            asked.setSoTimeout(1);
            asked.accept().close();
            wrong.add("an entity was asked for");
        } catch (SocketTimeoutException _) {
            // nobody has asked
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var after = processes(takers);
        if (!after.equals(before)) {
            wrong.add("services died: they were %s and are %s".formatted(before, after));
        }
        return wrong;
    }

    /** What lives; whoever died may stand in the launcher's record for some seconds more. */
    private Map<String, Long> processes(List<String> takers) {
        var processes = new TreeMap<String, Long>();
        takers.stream().map(Operations::service).forEach(service -> system.replicas(service).forEach(one -> processes.put(one, system.pid(one))));
        processes.values().removeIf(pid -> !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        return processes;
    }

    private void look(String address, String call, HostileFiles.Hostile file) {
        var visitor = visitor(call);
        var good = calls.request(call, visitor);
        try {
            var answer = Http.send(Request.upload(good.path(), file.name(), file.content()).to(address, visitor.token()));
            var refused = answer.status() >= 400 && answer.status() < 500 && answer.isProblem() && BadRequests.tellsNothingInside(answer);
            var leftBehind = answer.status() < 300 && file.picture() ? leftBehind(address, visitor, answer) : "taken";
            if (!refused && !leftBehind.isEmpty()) {
                wrong.add("%s, %s (%s) -> %d %s: %s".formatted(call, file.what(), address, answer.status(), answer.body(), leftBehind));
            }
        } catch (UncheckedIOException e) {
            wrong.add("%s, %s (%s) -> no answer: %s".formatted(call, file.what(), address, e));
        }
    }

    /** Who may send it, and may report and see a case. */
    private Visitor visitor(String call) {
        var senders = visitors.stream().filter(one -> table.expected(call, one).equals(AccessTable.YES)).toList();
        return senders.stream().filter(one -> one.role().equals("resident") && one.position() == Position.OWN).findFirst().orElse(senders.getFirst());
    }

    /** What is given out besides the picture that was taken, once a case names it and somebody who sees the case reads it; empty for nothing. */
    private static String leftBehind(String address, Visitor visitor, Http.Answer taken) {
        var photo = JSON.readTree(taken.body()).path("id").asString();
        var reported = Http.send(Request.post("/api/grid/cases", Map.of("category", "hazard.fire", "area", Specimens.GRID, "description", "楼道里堆满纸箱。",
                "photos", List.of(photo))).to(address, visitor.token()));
        var read = Http.send(Request.get("/api/grid/photos/" + photo).to(address, visitor.token()));
        var isPicture = reported.status() == 201 && read.status() == 200 && read.headers().firstValue("Content-Type").orElse("").equals("image/jpeg")
                && read.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff") && !read.body().contains("script");
        return isPicture ? "" : "reported " + reported.status() + ", read " + read.status() + " " + read.headers().map();
    }
}
