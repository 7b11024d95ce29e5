package org.summertrip.e2e;

import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.summertrip.local.Suite;
import org.summertrip.local.SuiteOptions;

/** The whole suite as processes on random ports, started once for all journeys. */
class RunningSuite implements BeforeAllCallback, ParameterResolver {
    @Override
    public void beforeAll(ExtensionContext context) {
        RestAssured.baseURI = suite(context).gateway().toString();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return suite(context);
    }

    private static Suite suite(ExtensionContext context) {
        Store store = context.getRoot().getStore(Namespace.create(RunningSuite.class));
        return store.computeIfAbsent("suite", key -> new Started(start()), Started.class)
                .suite();
    }

    private static Suite start() {
        try {
            Path home = Files.createTempDirectory(Path.of("target"), "suite-");
            return Suite.start(SuiteOptions.builder()
                    .home(home.toAbsolutePath())
                    .randomPorts()
                    .fast()
                    .restart(false)
                    .build());
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private record Started(Suite suite) implements AutoCloseable {
        @Override
        public void close() {
            suite.close();
        }
    }
}
