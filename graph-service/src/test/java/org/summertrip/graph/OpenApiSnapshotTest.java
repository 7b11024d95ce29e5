package org.summertrip.graph;

import io.quarkus.test.junit.QuarkusTest;
import org.summertrip.kit.testing.OpenApiSnapshot;

@QuarkusTest
@GraphStores
class OpenApiSnapshotTest extends OpenApiSnapshot {}
