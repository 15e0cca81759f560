/**
 * Makes programs start fast. {@link org.xinju.launcher.cache.Caches} copies a program out of the build folder once, a Spring Boot jar
 * extracted, and trains an AOT cache on the copy (JEP 483, 514): a JVM refuses a cache when a jar was touched since, and a rebuild must
 * not pull the jars from under a running system.
 */
@NullMarked
package org.xinju.launcher.cache;

import org.jspecify.annotations.NullMarked;
