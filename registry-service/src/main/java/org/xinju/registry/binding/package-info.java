/**
 * Bindings: which sign-in stands for which resident, landlord, enterprise or local resident. Made by an administrator for the demonstration,
 * by a one-time code to the registered phone for everybody else; published, so that each service derives "own records" from them.
 */
@NullMarked
package org.xinju.registry.binding;

import org.jspecify.annotations.NullMarked;
