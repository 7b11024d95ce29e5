package org.summertrip.users;

import org.summertrip.kit.testing.ArchitectureRules;

class UsersArchitectureTest extends ArchitectureRules {
    @Override
    protected String rootPackage() {
        return "org.summertrip.users";
    }
}
