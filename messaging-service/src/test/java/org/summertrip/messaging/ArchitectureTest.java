package org.summertrip.messaging;

import org.summertrip.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    @Override
    protected String rootPackage() {
        return "org.summertrip.messaging";
    }
}
