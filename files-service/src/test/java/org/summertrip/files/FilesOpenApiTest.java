package org.summertrip.files;

import io.quarkus.test.junit.QuarkusTest;
import org.summertrip.kit.testing.OpenApiSnapshot;

@QuarkusTest
@OnStores
class FilesOpenApiTest extends OpenApiSnapshot {}
