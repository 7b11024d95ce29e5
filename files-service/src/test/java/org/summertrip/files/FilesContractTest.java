package org.summertrip.files;

import io.quarkus.test.junit.QuarkusTest;
import org.summertrip.kit.testing.ServiceContract;

@QuarkusTest
@OnStores
class FilesContractTest extends ServiceContract {
    @Override
    protected String protectedPath() {
        return "/files";
    }
}
