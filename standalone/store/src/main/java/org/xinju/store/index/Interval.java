package org.xinju.store.index;

/**
 * A stretch of an index in its own order, both ends included: all keys that begin with values between these.
 *
 * @param low  values of the leading fields
 * @param high as many or fewer or more
 */
record Interval(Object[] low, Object[] high) {}
