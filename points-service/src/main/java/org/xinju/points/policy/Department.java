package org.xinju.points.policy;

/** Who confirms the facts of an indicator. */
public record Department(String code, Names names) {}
