package org.summertrip.messaging;

import io.quarkus.test.junit.QuarkusTest;
import org.summertrip.kit.testing.OpenApiSnapshot;

@QuarkusTest
class OpenApiSnapshotTest extends OpenApiSnapshot {}
