package org.xinju.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.xinju.launcher.component.Settings;
import org.xinju.launcher.words.Console;
import org.xinju.launcher.words.Refusal;

/** All commands. */
public final class Commands {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");

    private final Path root;
    private final Map<String, String> environment;
    private final Console console;

    public Commands(Path root, Map<String, String> environment, Console console) {
        this.root = root;
        this.environment = environment;
        this.console = console;
    }

    /**
     * Does what was asked for.
     *
     * @return the status of the program
     * @throws Refusal when it cannot be done
     */
    public int run(List<String> arguments) throws IOException, InterruptedException {
        var options = Options.of(arguments, LocalDateTime.now(NINGBO));
        var settings = Settings.of(root, environment, options.clockOffset());
        return switch (options.command()) {
            case Options.START -> options.detached() ? new Detached(settings, console).start(arguments)
                    : new Start(settings, console).run(options);
            case "stop" -> new Stop(settings, console).run();
            case "status" -> new Status(settings, console).run();
            case "logs" -> new Logs(settings, console).run(options);
            case "reset" -> new Reset(settings, console).run();
            case "token" -> new Token(settings, console).run(options);
            case "store" -> new StoreCopy(settings, console).run(options);
            case "bench" -> new Acceptance(settings, "BenchMain").run(options);
            case Options.CRASH -> new Acceptance(settings, "crash.CrashMain").run(options);
            case "compose-check" -> new Acceptance(settings, "compose.ComposeMain").run(options);
            case "help" -> {
                console.say("usage");
                yield 0;
            }
            default -> throw new Refusal("unknown-command", options.command());
        };
    }
}
