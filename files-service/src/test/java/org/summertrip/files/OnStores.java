package org.summertrip.files;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.summertrip.files.scan.FakeClamd;

/** The real stores of this service, and a virus scanner. */
@QuarkusTestResource(FakeClamd.class)
@QuarkusTestResource(value = FilesStores.class, initArgs = @ResourceArg(name = "stores", value = "S3,REDIS"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnStores {}
