package org.xinju.points.policy;

/** How sure we are of a value in a policy (domain.md 1.7, column Src); shown to those who review it. */
public enum SourceMark {
    /** Rule and value are sourced for Beilun or Zhejiang. */
    S,
    /** The name is sourced, the value is assumed. */
    P,
    /** The value is taken from a neighbouring table. */
    N,
    /** Assumed. */
    A
}
