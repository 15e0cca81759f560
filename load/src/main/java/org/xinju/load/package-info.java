/**
 * Gatling simulations: arrivals do not wait for answers, so that a queue shows in the figures. What they need (addresses, sign-ins, people) stands in files
 * that a benchmark of {@code acceptance} has prepared; what they measured they write to a file that it reads.
 */
@NullMarked
package org.xinju.load;

import org.jspecify.annotations.NullMarked;
