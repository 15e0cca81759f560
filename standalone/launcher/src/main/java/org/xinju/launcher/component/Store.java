package org.xinju.launcher.component;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.xinju.launcher.words.Refusal;

/** Which MongoDB keeps the data: a given one, a {@code mongod} of this machine, or the stand-in. */
public sealed interface Store {

    /** How the state file names it: broker and store belong together, so a data folder keeps the kind it was made with. */
    String name();

    /** The full address of one service's database. */
    String database(String name);

    /**
     * A server that somebody else runs.
     *
     * @param address without a database, such as {@code mongodb://user:word@host:27017/?replicaSet=rs0}
     */
    record Given(String address) implements Store {

        private static final Pattern BASE = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)/?(\\?.*)?");

        public Given {
            if (!BASE.matcher(address).matches()) {
                throw new Refusal("not-a-store-address");
            }
        }

        /** Without the password that may stand in it. */
        @Override
        public String name() {
            return BASE.matcher(address).replaceFirst("$1").replaceFirst("//[^@]*@", "//");
        }

        @Override
        public String database(String name) {
            var parts = BASE.matcher(address);
            parts.matches();
            return parts.group(1) + "/" + name + Optional.ofNullable(parts.group(2)).orElse("");
        }
    }

    /** A {@code mongod} that is started with the rest. */
    record Mongod(Path executable, int port) implements Store {

        @Override
        public String name() {
            return "mongod";
        }

        @Override
        public String database(String name) {
            return "mongodb://127.0.0.1:" + port + "/" + name;
        }
    }

    /** The one of {@code standalone/store}. */
    record StandIn(int port) implements Store {

        @Override
        public String name() {
            return "stand-in";
        }

        @Override
        public String database(String name) {
            return "mongodb://127.0.0.1:" + port + "/" + name;
        }
    }

    /**
     * Chooses one.
     *
     * @param used name of the store that the data folder was made with, null for a new folder
     * @throws Refusal when the folder was made with another one than there is now
     */
    static Store choose(Settings settings, @Nullable String used) {
        var given = settings.environment().getOrDefault("XINJU_MONGODB_URI", "");
        var port = settings.store().number();
        var standIn = new StandIn(port);
        var mongod = mongod(settings.environment()).<Store>map(executable -> new Mongod(executable, port));
        var choice = !given.isBlank() ? new Given(given) : standIn.name().equals(used) ? standIn : mongod.orElse(standIn);
        if (used != null && !used.equals(choice.name())) {
            throw new Refusal("other-store", settings.data(), used, choice.name());
        }
        return choice;
    }

    private static Optional<Path> mongod(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":")).filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mongod")).filter(Files::isExecutable).findFirst();
    }
}
