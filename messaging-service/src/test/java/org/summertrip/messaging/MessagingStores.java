package org.summertrip.messaging;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.summertrip.kit.testing.StoresResource;

/** Real stores for every test of this module. */
@QuarkusTestResource(
        value = StoresResource.class,
        initArgs = @ResourceArg(name = "stores", value = "CASSANDRA,REDIS"),
        restrictToAnnotatedClass = false)
public final class MessagingStores {
    private MessagingStores() {}
}
