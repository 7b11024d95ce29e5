package org.summertrip.gateway;

import org.summertrip.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    @Override
    protected String rootPackage() {
        return "org.summertrip.gateway";
    }
}
