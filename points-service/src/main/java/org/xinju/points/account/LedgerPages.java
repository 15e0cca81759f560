package org.xinju.points.account;

import java.util.ArrayList;
import java.util.List;

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

/** Closed pages of ledgers. A page is written before the account goes on without it; written twice it is the same page. */
@Component
class LedgerPages {

    static final int SIZE = 200;

    private final MongoCollection<Document> pages;

    LedgerPages(MongoDatabase database) {
        pages = database.getCollection("ledgerPages").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        pages.createIndex(Indexes.ascending("account", "number"));
    }

    /** The ledger with its full pages closed. */
    Ledger close(String account, Ledger ledger) {
        var open = ledger;
        for (var closed = open.closePage(SIZE); closed.isPresent(); closed = open.closePage(SIZE)) {
            insert(account, closed.get().page());
            open = closed.get().ledger();
        }
        return open;
    }

    List<Page> of(String account) {
        var found = new ArrayList<Page>();
        pages.find(Filters.eq("account", account)).sort(Indexes.ascending("number"))
                .forEach(d -> found.add(Codec.fromDocument(d.get("page", Document.class), Page.class)));
        return found;
    }

    private void insert(String account, Page page) {
        try {
            pages.insertOne(new Document("_id", account + "/" + page.number()).append("account", account).append("number", page.number())
                    .append("page", Codec.toDocument(page)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
