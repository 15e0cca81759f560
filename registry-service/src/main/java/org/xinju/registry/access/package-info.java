/**
 * Residents see who looked at them (product R9). Every service publishes its looks at personal data on {@code audit.accesses}; here they are
 * kept by the residents they are about, newest first, and shown in plain words.
 */
@NullMarked
package org.xinju.registry.access;

import org.jspecify.annotations.NullMarked;
