package org.xinju.registry;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.xinju.events.Received;
import org.xinju.privacy.FieldClass;
import org.xinju.privacy.Sealed;
import org.xinju.privacy.Sealing;
import org.xinju.testing.Api;
import org.xinju.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a stranger's sign-in to one's own record, and who has looked at it. */
@Registry
class SignInTest {

    private static final Map<String, Object> LI_NA = Map.of("name", "李娜", "idNumber", "990206198801010028", "phone", "13912345678",
            "address", "高田王 5号 201室");
    private static final String CODES = "/api/registry/binding-codes";

    @LocalServerPort int port;
    @Autowired MongoDatabase database;
    @Autowired Sealing sealing;
    @Autowired ConcurrentLinkedQueue<Received> codesOnTheWay;

    private Api worker;
    private Api phone;
    private String resident;

    @BeforeEach
    void a_registered_resident_and_a_fresh_sign_in() {
        worker = new Api("http://localhost:" + port, TestIssuer.shared().token("worker", "grid-worker", "G001"));
        phone = worker.as(TestIssuer.shared().token("phone-" + UUID.randomUUID(), "resident"));
        database.getCollection("bindingCodes").deleteMany(new Document()); // as if a day had passed
        worker.post("/api/registry/residents", LI_NA);
        resident = worker.post("/api/registry/residents/searches", Map.of("idNumber", LI_NA.get("idNumber"), "purpose", "registration"))
                .body().path("items").get(0).path("id").asString();
    }

    private record Sent(Sealed code) {}

    private String ask(String idNumber, String number) {
        var asked = phone.post(CODES, Map.of("idNumber", idNumber, "phone", number));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        assertThat(asked.text("sentTo")).isEqualTo(number.substring(0, 3) + "****" + number.substring(7));
        return asked.text("id");
    }

    private String askAsLiNa() {
        return ask("990206198801010028", "13912345678");
    }

    private String codeOnTheWay() {
        await().until(() -> codesOnTheWay.stream().anyMatch(e -> e.subject().equals(resident) && e.type().endsWith(".issued.v1")));
        var event = codesOnTheWay.stream().filter(e -> e.subject().equals(resident) && e.type().endsWith(".issued.v1")).toList().getLast();
        return sealing.open(FieldClass.CODE, resident, event.change(Sent.class).code());
    }

    private Api.Answer confirm(String id, String code) {
        return phone.post(CODES + "/" + id + "/confirmations", Map.of("code", code));
    }

    @Test
    void the_code_binds_the_sign_in_and_the_resident_reads_who_looked() {
        codesOnTheWay.clear();
        var id = askAsLiNa();
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var code = Map.of("code", codeOnTheWay());
        var bound = phone.post(CODES + "/" + id + "/confirmations", code, key);
        assertThat(bound.status()).as(bound.body().toString()).isEqualTo(201);
        assertThat(bound.text("target")).isEqualTo(resident);
        assertThat(phone.post(CODES + "/" + id + "/confirmations", code, key).status()).as("the same again").isEqualTo(201);
        assertThat(phone.get("/api/registry/residents/" + resident).text("name")).isEqualTo("李娜");

        await().until(() -> phone.get("/api/registry/accesses").body().path("items").size() >= 2);
        var looks = phone.get("/api/registry/accesses").body().path("items");
        assertThat(looks.get(0).path("own").asBoolean()).isTrue();
        assertThat(looks.get(0).path("who").asString()).isEqualTo("您本人");
        assertThat(looks.valueStream().anyMatch(look -> look.path("role").asString().equals("grid-worker")
                && look.path("who").asString().equals("网格协管员") && look.path("why").asString().equals("居住登记"))).isTrue();
        assertThat(looks.toString()).doesNotContain("李娜").doesNotContain("13912345678");
    }

    @Test
    void a_released_binding_is_not_bound_again_by_the_same_code() {
        codesOnTheWay.clear();
        var id = askAsLiNa();
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var code = Map.of("code", codeOnTheWay());
        phone.post(CODES + "/" + id + "/confirmations", code, key);
        var own = phone.get("/api/registry/bindings").body().path("items").get(0).path("id").asString();
        var other = worker.as(TestIssuer.shared().token("somebody", "resident"));
        assertThat(other.post("/api/registry/bindings/" + own + "/releases", Map.of()).status()).isEqualTo(404);
        assertThat(phone.post("/api/registry/bindings/" + own + "/releases", Map.of()).status()).isEqualTo(200);
        phone.post(CODES + "/" + id + "/confirmations", code, key);
        assertThat(phone.get("/api/registry/residents/" + resident).status()).as("released is released").isEqualTo(403);
        assertThat(phone.get("/api/registry/accesses").status()).isEqualTo(404);
    }

    @Test
    void asking_for_somebody_who_is_not_here_looks_the_same_and_sends_nothing() {
        var before = database.getCollection("bindingCodes").countDocuments();
        var wrongPhone = ask("990206198801010028", "13912345679");
        var nobody = ask("990206199612311117", "13912345678");
        assertThat(database.getCollection("bindingCodes").countDocuments()).isEqualTo(before);
        for (var id : new String[] {wrongPhone, nobody, UUID.randomUUID().toString()}) {
            var answer = confirm(id, "123456");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("code")).isEqualTo("binding-code-wrong");
        }
    }

    @Test
    void a_wrong_code_is_told_like_an_unknown_one_and_a_landline_gets_none() {
        codesOnTheWay.clear();
        var id = askAsLiNa();
        var right = codeOnTheWay();
        var wrong = confirm(id, right.equals("000000") ? "000001" : "000000");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("code")).isEqualTo("binding-code-wrong");
        assertThat(confirm(id, right).status()).isEqualTo(201);
        var landline = phone.post(CODES, Map.of("idNumber", "990206198801010028", "phone", "0574-86123456"));
        assertThat(landline.status()).isEqualTo(422);
        assertThat(landline.body().path("errors").get(0).path("field").asString()).isEqualTo("phone");
    }

    @Test
    void no_code_stands_in_the_store_in_plain() {
        codesOnTheWay.clear();
        askAsLiNa();
        var code = codeOnTheWay();
        database.getCollection("bindingCodes").find().forEach(d -> assertThat(d.toJson()).doesNotContain("\"" + code + "\""));
    }
}
