package org.summertrip.kit.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The one real store that the kit itself needs. */
@QuarkusTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OnRedis {}
