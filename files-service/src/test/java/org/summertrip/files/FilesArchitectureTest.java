package org.summertrip.files;

import org.summertrip.kit.testing.ArchitectureRules;

class FilesArchitectureTest extends ArchitectureRules {
    @Override
    protected String rootPackage() {
        return "org.summertrip.files";
    }
}
