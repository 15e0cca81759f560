package org.xinju.notification;

import org.junit.jupiter.api.Test;

import org.xinju.testing.StructureRules;

class StructureTest {

    @Test
    void features_are_independent_and_decisions_are_pure() {
        StructureRules.check("org.xinju.notification");
    }
}
