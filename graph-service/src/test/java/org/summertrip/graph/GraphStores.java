package org.summertrip.graph;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.summertrip.kit.testing.StoresResource;

/** What every test of this service runs against. */
@QuarkusTestResource(
        value = StoresResource.class,
        initArgs = @ResourceArg(name = "stores", value = "NEO4J,REDIS"),
        restrictToAnnotatedClass = false)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GraphStores {}
