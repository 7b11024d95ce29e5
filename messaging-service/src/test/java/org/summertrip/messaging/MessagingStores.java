package org.summertrip.messaging;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** Real stores for every test of this module. */
@QuarkusTestResource(
        value = MessagingResource.class,
        initArgs = @ResourceArg(name = "stores", value = "CASSANDRA,REDIS"),
        restrictToAnnotatedClass = false)
public final class MessagingStores {
    private MessagingStores() {}
}
