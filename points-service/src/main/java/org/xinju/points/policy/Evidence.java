package org.xinju.points.policy;

/** A paper or record that proves a fact of the indicator. */
public record Evidence(String code, Names names) {}
