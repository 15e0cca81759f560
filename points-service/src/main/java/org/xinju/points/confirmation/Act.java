package org.xinju.points.confirmation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.xinju.privacy.Sealed;

/**
 * Something that was done about a confirmation.
 *
 * @param status how it stands since then
 * @param claim what is claimed since then
 * @param by sign-in of who did it; stays in this service
 * @param at when it was recorded
 * @param reason for a refusal, a correction, a withdrawal, an objection or its answer, in words that the resident reads; null for the others
 */
public record Act(Confirmation.Status status, Claim claim, String by, Instant at, @Nullable Sealed reason) {}
