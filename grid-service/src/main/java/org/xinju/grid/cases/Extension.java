package org.xinju.grid.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** More time, asked for once. @param approved null: not decided yet */
record Extension(Instant askedAt, @Nullable Boolean approved) {}
