/**
 * What people state about a resident: a kind of fact, its days, its level, its amounts. Start with {@link
 * org.xinju.points.fact.Statement}; the policy says what can be stated ({@link org.xinju.points.policy.FactType}), and what cannot is told
 * field by field.
 */
@NullMarked
package org.xinju.points.fact;

import org.jspecify.annotations.NullMarked;
