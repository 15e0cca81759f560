package org.xinju.events;

import org.jspecify.annotations.Nullable;

/** Where the trace of the current command is asked for; there may be none. */
@FunctionalInterface
interface TraceContext {

    /** W3C {@code traceparent}, or null outside a trace. */
    @Nullable String current();
}
