package org.xinju.store.engine;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;

/** Answers in the form that drivers expect. */
final class Replies {

    private Replies() {}

    static Document ok() {
        return new Document("ok", 1.0);
    }

    static Document cursor(String namespace, List<Document> first, long id) {
        return new Document("cursor", new Document("id", id).append("ns", namespace).append("firstBatch", first)).append("ok", 1.0);
    }

    static Document error(MongoServerException failure) {
        var error = new Document("ok", 0.0).append("errmsg", failure.getMessageWithoutErrorCode());
        if (failure instanceof MongoServerError coded) {
            error.append("code", coded.getCode());
            error.putIfNotNull("codeName", coded.getCodeName());
        }
        return error;
    }

    static Document writeError(int index, MongoServerException failure) {
        var error = error(failure);
        error.remove("ok");
        return error.append("index", index);
    }
}
