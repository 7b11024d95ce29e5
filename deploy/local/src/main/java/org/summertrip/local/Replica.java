package org.summertrip.local;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One more of a service beside the suite's own: the same program, told the same, but for what is said otherwise. */
final class Replica {

    private Replica() {}

    /** Properties of the system win over the environment, hence also over the ports in it. */
    static ProcessBuilder of(
            Path root, Service service, SuiteOptions options, ServiceEnvironment told, Map<String, String> properties) {
        var all = new LinkedHashMap<>(ServiceEnvironment.properties(options, service));
        all.putAll(properties);
        var builder = new ProcessBuilder(ServiceCommand.of(root, service, all, options.throughput()))
                .directory(options.home().directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        builder.environment().putAll(told.of(service));
        return builder;
    }
}
