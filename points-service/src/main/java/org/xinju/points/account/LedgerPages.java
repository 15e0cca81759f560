package org.xinju.points.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.stereotype.Component;

import org.xinju.events.Codec;
import org.xinju.points.policy.PolicyReference;

/** Closed pages of ledgers, and ledgers that have ended. A page is written before the account goes on without it; written twice it is the same page. */
@Component
class LedgerPages {

    static final int SIZE = 200;

    private static final String FIRST_VERSION = "DG-DEFAULT@1";

    private final MongoCollection<Document> pages;
    private final MongoCollection<Document> ledgers;

    LedgerPages(MongoDatabase database) {
        var durable = WriteConcern.MAJORITY.withJournal(true);
        pages = database.getCollection("ledgerPages").withWriteConcern(durable);
        ledgers = database.getCollection("endedLedgers").withWriteConcern(durable);
        pages.createIndex(Indexes.ascending("account", "number"));
    }

    /** The ledger with its full pages closed. */
    Ledger close(String account, Ledger ledger) {
        var open = ledger;
        for (var closed = open.closePage(SIZE); closed.isPresent(); closed = open.closePage(SIZE)) {
            var page = closed.get().page();
            insert(pages, new Document("_id", account + "/" + ledger.policy() + "/" + page.number()).append("account", account)
                    .append("policy", ledger.policy().toString()).append("number", page.number()).append("page", Codec.toDocument(page)));
            open = closed.get().ledger();
        }
        return open;
    }

    /** The closed pages of the ledger of one version, in order. Pages from before there were versions are of the first one. */
    List<Page> of(String account, PolicyReference policy) {
        var found = new ArrayList<Page>();
        pages.find(Filters.eq("account", account)).sort(Indexes.ascending("number")).forEach(document -> {
            if (Objects.requireNonNullElse(document.getString("policy"), FIRST_VERSION).equals(policy.toString())) {
                found.add(Codec.fromDocument(document.get("page", Document.class), Page.class));
            }
        });
        return found;
    }

    /** Puts a ledger away that has ended. It stands in the account until then, so it is always the same. */
    void putAway(String account, Ledger ledger) {
        insert(ledgers, new Document("_id", account + "/" + ledger.policy()).append("ledger", Codec.toDocument(ledger)));
    }

    /** A ledger that was put away. */
    Optional<Ledger> putAway(String account, PolicyReference policy) {
        return Optional.ofNullable(ledgers.find(Filters.eq(account + "/" + policy)).first())
                .map(document -> Codec.fromDocument(document.get("ledger", Document.class), Ledger.class));
    }

    private static void insert(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
