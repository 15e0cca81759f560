/**
 * Numbers and names that say who somebody is: parsed from what people type, normalised, refused by a named rule. Formats and their sources
 * are in domain facts, section 5: GB 11643 (citizen ID), GB 32100 (USCC), GB/T 2261.1 (sex).
 */
@NullMarked
package org.xinju.registry.identity;

import org.jspecify.annotations.NullMarked;
