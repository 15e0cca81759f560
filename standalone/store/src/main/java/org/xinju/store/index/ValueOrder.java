package org.xinju.store.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The order of BSON values across types (MongoDB manual, "Comparison/Sort Order"), as the library's {@code ValueComparator} has it where
 * that is a total order; numbers are compared exactly. Null and a missing field are the same value.
 */
final class ValueOrder {

    /** The key of an empty array: before null, as in MongoDB, where it is "undefined". */
    static final Object EMPTY_ARRAY = new Object() {
        @Override
        public String toString() {
            return "[]";
        }
    };

    static final int EMPTY = 1;
    static final int NULL = 2;
    static final int NUMBER = 3;
    static final int STRING = 4;
    static final int DOCUMENT = 5;
    static final int ARRAY = 6;
    static final int TIMESTAMP = 13;
    private static final int OTHER = 15;
    private static final int MAX = 16;

    /** Below or above all values of one type; what a range without a second bound ends at. */
    record Edge(int rank, boolean above) {
        static final Edge LOWEST = new Edge(-1, false);
        static final Edge HIGHEST = new Edge(MAX + 1, true);
    }

    private ValueOrder() {}

    static int rank(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case String _ -> STRING;
            case Number _ -> NUMBER;
            case Instant _ -> 12;
            case UUID _ -> 9;
            case Edge edge -> edge.rank;
            case Missing _ -> NULL;
            case Boolean _ -> 11;
            case ObjectId _ -> 10;
            case Map<?, ?> _ -> DOCUMENT;
            case Collection<?> _ -> ARRAY;
            case BinData _ -> 7;
            case LegacyUUID _ -> 8;
            case BsonTimestamp _ -> TIMESTAMP;
            case BsonRegularExpression _ -> 14;
            case MinKey _ -> 0;
            case MaxKey _ -> MAX;
            default -> value == EMPTY_ARRAY ? EMPTY : OTHER;
        };
    }

    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return 0;
        }
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        var byType = Integer.compare(rank(a), rank(b));
        if (byType != 0 || a == null || b == null) {
            return byType;
        }
        if (a instanceof Edge || b instanceof Edge) {
            return Integer.compare(side(a), side(b));
        }
        return sameType(a, b);
    }

    private static int side(Object value) {
        return value instanceof Edge edge ? (edge.above ? 1 : -1) : 0;
    }

    private static int sameType(Object a, Object b) {
        return switch (a) {
            case Number number -> numbers(number, (Number) b);
            case Instant instant -> instant.compareTo((Instant) b);
            case UUID uuid -> bytes(uuid, (UUID) b);
            case Boolean bool -> bool.compareTo((Boolean) b);
            case ObjectId id -> id.compareTo((ObjectId) b);
            case Map<?, ?> map -> documents(map, (Map<?, ?>) b);
            case Collection<?> list -> lists(list, (Collection<?>) b);
            case BinData data -> data.compareTo((BinData) b);
            case LegacyUUID uuid -> uuid.compareTo((LegacyUUID) b);
            case BsonTimestamp time -> time.compareTo((BsonTimestamp) b);
            case Missing _, MinKey _, MaxKey _ -> 0;
            default -> a.toString().compareTo(b.toString());
        };
    }

    private static int bytes(UUID a, UUID b) {
        var high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    private static int numbers(Number a, Number b) {
        if (whole(a) && whole(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        var left = a.doubleValue() + 0.0;    // -0.0 is 0.0
        var right = b.doubleValue() + 0.0;
        var coarse = Double.compare(left, right);
        if (coarse != 0 || (a instanceof Double && b instanceof Double) || Double.isNaN(left) || Double.isInfinite(left)) {
            return coarse;
        }
        return exact(a).compareTo(exact(b));
    }

    private static boolean whole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case Decimal128 decimal -> decimal.toBigDecimal();
            case Double real -> new BigDecimal(real);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    /** Field by field: type, then name, then value; the shorter one first. */
    private static int documents(Map<?, ?> a, Map<?, ?> b) {
        var left = a.entrySet().iterator();
        var right = b.entrySet().iterator();
        while (left.hasNext() && right.hasNext()) {
            var one = left.next();
            var other = right.next();
            var order = Integer.compare(rank(one.getValue()), rank(other.getValue()));
            if (order == 0) {
                order = String.valueOf(one.getKey()).compareTo(String.valueOf(other.getKey()));
            }
            if (order == 0) {
                order = compare(one.getValue(), other.getValue());
            }
            if (order != 0) {
                return order;
            }
        }
        return length(left, right);
    }

    private static int lists(Collection<?> a, Collection<?> b) {
        var left = a.iterator();
        var right = b.iterator();
        while (left.hasNext() && right.hasNext()) {
            var order = compare(left.next(), right.next());
            if (order != 0) {
                return order;
            }
        }
        return length(left, right);
    }

    private static int length(Iterator<?> left, Iterator<?> right) {
        return Boolean.compare(left.hasNext(), right.hasNext());
    }
}
