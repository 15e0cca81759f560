package org.xinju.web;

/** A keyed one-way hash of a request. */
@FunctionalInterface
public interface RequestDigest {
    String of(byte[] request);
}
