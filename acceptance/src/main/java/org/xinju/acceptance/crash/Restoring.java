package org.xinju.acceptance.crash;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

import org.xinju.acceptance.RunningSystem;
import org.xinju.acceptance.Waiting;

/** What an operator does with a backup of one service: puts it back while all others run, and lets its groups read again from before. */
final class Restoring {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningSystem system;

    Restoring(RunningSystem system) {
        this.system = system;
    }

    private record Backup(Map<String, List<Document>> collections, Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets) {}

    /** @param meanwhile what happens between backup and disaster */
    void putBack(String service, String database, Runnable meanwhile) throws IOException {
        try (var store = MongoClients.create(system.store()); var admin = Admin.create(Map.of("bootstrap.servers", system.broker()))) {
            var backup = backup(store.getDatabase(database), admin, database + ".");
            meanwhile.run();
            system.signal("launcher", "STOP"); // else it starts the service again at once
            try {
                var replicas = system.replicas(service);
                // Nobody takes note of their end while the launcher sleeps, so it is seen by their silence.
                replicas.forEach(name -> system.signal(name, "KILL"));
                Waiting.until(service + " is silent", PATIENCE, () -> replicas.stream().map(system::address).noneMatch(Restoring::answers));
                restore(store.getDatabase(database), backup);
                backup.offsets().forEach((group, offsets) -> Waiting.until(group + " reads again from before", PATIENCE,
                        () -> done(() -> admin.alterConsumerGroupOffsets(group, offsets).all())));
            } finally {
                system.signal("launcher", "CONT");
            }
        }
    }

    private static boolean answers(String address) {
        try (var socket = new Socket("localhost", URI.create(address).getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Backup backup(MongoDatabase database, Admin admin, String groups) {
        var collections = new HashMap<String, List<Document>>();
        // Offsets first: what is worked off in between is only read again.
        var offsets = new HashMap<String, Map<TopicPartition, OffsetAndMetadata>>();
        try {
            for (var group : admin.listGroups().all().get()) {
                var committed = admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
                if (group.groupId().startsWith(groups) && !committed.isEmpty()) {
                    offsets.put(group.groupId(), committed);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        for (var name : database.listCollectionNames()) {
            collections.put(name, database.getCollection(name).find().into(new ArrayList<>()));
        }
        return new Backup(collections, offsets);
    }

    private static void restore(MongoDatabase database, Backup backup) {
        for (var name : database.listCollectionNames().into(new ArrayList<>())) {
            database.getCollection(name).deleteMany(new Document());
        }
        backup.collections().forEach((name, documents) -> {
            if (!documents.isEmpty()) {
                database.getCollection(name).insertMany(documents);
            }
        });
    }

    /** A group takes other offsets only once the broker has noticed that its members are gone. */
    private static boolean done(Supplier<org.apache.kafka.common.KafkaFuture<Void>> work) {
        try {
            work.get().get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
