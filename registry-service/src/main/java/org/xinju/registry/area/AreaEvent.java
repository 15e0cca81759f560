package org.xinju.registry.area;

/** What happens to an area; every event carries the area as it is after the change. */
public sealed interface AreaEvent {

    record Added() implements AreaEvent {}

    /** Name, ranges or placements changed. */
    record Changed() implements AreaEvent {}
}
