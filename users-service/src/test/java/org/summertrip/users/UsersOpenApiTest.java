package org.summertrip.users;

import io.quarkus.test.junit.QuarkusTest;
import org.summertrip.kit.testing.OpenApiSnapshot;

@QuarkusTest
@OnStores
class UsersOpenApiTest extends OpenApiSnapshot {}
