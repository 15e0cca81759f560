package org.xinju.acceptance.crash.agent;

import org.jspecify.annotations.Nullable;

/**
 * A method that is woven.
 *
 * @param owner name of its class
 * @param method its name; all of that name
 * @param optional whether the class may be missing: it belongs to one service
 * @param around what is done instead
 */
record Place(String owner, String method, boolean optional, Around around) {

    /** Replaces a call. */
    interface Around {
        /** @param self null for a static method */
        @Nullable Object call(@Nullable Object self, Object[] arguments, Original original) throws Throwable;
    }

    /** The method as it was written. */
    interface Original {
        @Nullable Object call(@Nullable Object self, Object[] arguments) throws Throwable;
    }

    /** Name of the resource with the class. */
    String resource() {
        return owner.replace('.', '/') + ".class";
    }
}
