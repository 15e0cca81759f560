/**
 * A points policy as data: what counts, how much, for how long, who confirms it and which text says so.
 *
 * <p>Start with {@link org.xinju.points.policy.PolicyVersion}: it is one JSON document, immutable once published and named {@code
 * DG-DEFAULT@1}. An {@link org.xinju.points.policy.Indicator} ties a {@link org.xinju.points.policy.Scoring} (the rule) to a {@link
 * org.xinju.points.policy.Window} (which facts are looked at), a cap and its {@link org.xinju.points.policy.Clause}. A {@link
 * org.xinju.points.policy.Group} binds indicators together, a {@link org.xinju.points.policy.Tier} adds them up. Nothing here computes:
 * {@code org.xinju.points.engine} does.
 *
 * <p>{@link org.xinju.points.policy.PolicyReader} is the only door for a document: first the published JSON Schema
 * ({@code policy/policy-version.schema.json}), then {@link org.xinju.points.policy.PolicyChecks} for what a schema cannot say. Every fault
 * is told with its path, the reason and an example.
 */
@NullMarked
package org.xinju.points.policy;

import org.jspecify.annotations.NullMarked;
