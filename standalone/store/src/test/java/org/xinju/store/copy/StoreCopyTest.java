package org.xinju.store.copy;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

import org.xinju.store.Store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Between two servers that speak MongoDB's protocol; a MongoDB was not to be had, so both are stand-ins. */
class StoreCopyTest {

    @Test
    void documents_and_indexes_arrive_as_they_were_and_nothing_is_copied_twice() {
        try (var source = Store.inMemory(); var target = Store.inMemory();
             var from = MongoClients.create(source.uri()); var to = MongoClients.create(target.uri())) {
            var people = from.getDatabase("registry").getCollection("people");
            people.createIndex(new Document("name", 1).append("at", -1), new IndexOptions().unique(true).sparse(true).name("by-name"));
            people.insertMany(IntStream.range(0, 1234).mapToObj(i -> new Document("_id", i).append("name", "n" + i).append("at", new Date(i))
                .append("long", 1L << 40).append("decimal", new Decimal128(i)).append("bytes", new Binary(new byte[] {1, 2}))
                .append("list", java.util.List.of(1, "x", new Document("y", new ObjectId())))).toList());
            from.getDatabase("points").getCollection("accounts").insertOne(new Document("_id", "a"));

            var lines = new ArrayList<String>();
            assertThat(StoreCopy.copy(source.uri(), target.uri(), lines::add)).isEqualTo(1235);

            var copied = to.getDatabase("registry").getCollection("people");
            assertThat(copied.find().into(new HashSet<>())).isEqualTo(people.find().into(new HashSet<>()));
            assertThat(lines).containsExactlyInAnyOrder("registry.people: 1234", "points.accounts: 1");
            assertThatThrownBy(() -> copied.insertOne(new Document("_id", -1).append("name", "n7").append("at", new Date(7))))
                .hasMessageContaining("by-name");
            assertThatThrownBy(() -> StoreCopy.copy(source.uri(), target.uri(), lines::add)).hasMessageContaining("already has a database");
        }
    }
}
