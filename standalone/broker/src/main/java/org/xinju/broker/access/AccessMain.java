package org.xinju.broker.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * Makes a broker as the table says: {@code BROKER TABLE PASSWORDS}. Every service gets its password, the rights that it lacks are given and
 * all others are taken away; run again it changes nothing. It signs in as {@code admin}.
 *
 * <p>{@code PASSWORDS} is a folder with a file {@code kafka-<service>} for every service and {@code kafka-admin}, for example mounted secrets.
 */
public final class AccessMain {

    private static final int ITERATIONS = 8192;
    private static final int PATIENCE_MILLIS = 90_000;
    private static final int LOOK_MILLIS = 100;

    private AccessMain() {}

    /** Ends with status 2 on wrong arguments or a wrong table, 1 when the broker refuses or does not answer. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 3) {
            System.err.println("Usage: BROKER TABLE PASSWORDS");
            System.exit(2);
        }
        try {
            var passwords = Path.of(arguments[2]);
            apply(arguments[0], read(Path.of(arguments[1])), passwords);
            System.out.println("access at " + arguments[0] + " is as " + arguments[1] + " says");
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (ExecutionException e) {
            System.err.println("The broker at " + arguments[0] + " was not changed: " + e.getCause());
            System.exit(1);
        }
    }

    static AccessTable read(Path table) throws IOException {
        var lines = new Properties();
        try (var in = Files.newBufferedReader(table)) {
            lines.load(in);
        }
        return AccessTable.of(lines);
    }

    static void apply(String broker, AccessTable table, Path passwords) throws IOException, ExecutionException, InterruptedException {
        var credentials = new HashSet<UserScramCredentialAlteration>();
        for (var service : table.services()) {
            credentials.add(new UserScramCredentialUpsertion(service.name(), new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                    password(passwords, service.name())));
        }
        try (var admin = Admin.create(signedIn(broker, "admin", password(passwords, "admin")))) {
            admin.alterUserScramCredentials(List.copyOf(credentials)).all().get();
            var wanted = table.bindings();
            var given = new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
            var missing = new HashSet<>(wanted);
            missing.removeAll(given);
            given.removeAll(wanted);
            admin.createAcls(missing).all().get();
            admin.deleteAcls(given.stream().map(AclBinding::toFilter).toList()).all().get();
            awaitThatItHolds(admin, wanted, credentials);
        }
    }

    /** What the controller has written down a broker knows a moment later; a service that comes at once would be refused. */
    private static void awaitThatItHolds(Admin admin, Set<AclBinding> wanted, Set<UserScramCredentialAlteration> credentials)
            throws ExecutionException, InterruptedException {
        var users = credentials.stream().map(UserScramCredentialAlteration::user).toList();
        var end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (!Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get()).equals(wanted)
                || !Set.copyOf(admin.describeUserScramCredentials().users().get()).containsAll(users)) {
            if (System.nanoTime() > end) {
                throw new ExecutionException(new TimeoutException("the broker does not say yet what was written down"));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Of a client that signs in by SCRAM; passwords are our own, without quotes. */
    static Map<String, Object> signedIn(String broker, String user, String password) {
        return Map.of("bootstrap.servers", broker, "security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\"" + password + "\";",
                "default.api.timeout.ms", PATIENCE_MILLIS);
    }

    private static String password(Path folder, String user) throws IOException {
        var file = folder.resolve("kafka-" + user);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("The password of " + user + " is missing: there is no file " + file + " that can be read");
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
