package org.xinju.acceptance.guard;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Tokens;

/** A running system with two replicas of registry, points and grid, the page that says what is right, and everybody who tries. */
final class Scene implements AutoCloseable {

    static final Path DATA = Path.of("target/running").toAbsolutePath();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    final RunningSystem system;
    final AccessTable table = AccessTable.read(RunningSystem.root().resolve("docs/access.md"));
    final Operations operations;
    final Tokens tokens;
    final Visitors visitors;
    final Specimens specimens;
    final Calls calls;

    private Scene(RunningSystem system) {
        this.system = system;
        this.operations = new Operations(system);
        this.tokens = new Tokens(system.issuer(), DATA);
        this.visitors = new Visitors(system.issuer(), tokens);
        this.specimens = new Specimens(system, visitors, TODAY);
        this.calls = new Calls(system, operations, specimens);
    }

    /** @param environment for {@code ./run}, besides the ports */
    static Scene begin(Map<String, String> environment) {
        var system = RunningSystem.startEmpty(DATA, environment, "--date", TODAY + "T10:00", "--replicas", "registry-service=2,points-service=2,grid-service=2");
        try {
            return new Scene(system);
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    IsolationMatrix isolation(Collection<String> of) {
        return new IsolationMatrix(system, table, calls, of, visitors.all());
    }

    BadRequests badRequests(Collection<String> of) {
        return new BadRequests(system, operations, table, calls, of, visitors.all());
    }

    Uploads uploads() {
        return new Uploads(system, operations, table, calls, visitors.all());
    }

    TokenGuard badTokens() {
        return new TokenGuard(system, table, calls, tokens);
    }

    StaleReads staleReads() {
        return new StaleReads(system, specimens, visitors, tokens);
    }

    /** Tells the system of somebody, and looks for her. */
    LeakGuard leaks() {
        var canary = Canary.make();
        var guard = new LeakGuard(system, DATA, canary);
        guard.answers(new CanaryWalk(system, canary, visitors).walk());
        return guard;
    }

    @Override
    public void close() {
        system.close();
    }
}
