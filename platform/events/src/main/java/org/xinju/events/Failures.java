package org.xinju.events;

import java.io.IOException;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells a server that is away (wait, however long) from an event that can never be worked off (dead letter). */
final class Failures {

    private Failures() {}

    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException store && storeIsAway(store)
                    || cause instanceof KafkaException || cause instanceof IOException
                    || cause instanceof TransientDataAccessException || cause instanceof DataAccessResourceFailureException) {
                return true;
            }
        }
        return false;
    }

    private static boolean storeIsAway(MongoException e) {
        return switch (e) {
            case MongoSocketException _, MongoClientException _, MongoInterruptedException _, MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _, MongoWriteConcernException _ -> true;
            default -> e.hasErrorLabel("RetryableWriteError") || e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
        };
    }
}
