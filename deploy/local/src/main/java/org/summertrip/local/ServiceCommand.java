package org.summertrip.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.summertrip.stores.process.JavaHome;

/** How a service is started: a JVM as small as it can be while it still answers quickly. The README has the figures. */
final class ServiceCommand {

    private static final List<String> JVM = List.of(
            "-Xmx160m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC");

    /** The quick compiler only: 40 % less work during the start, and code that is two to three times as slow. */
    private static final String LIGHT = "-XX:TieredStopAtLevel=1";

    private ServiceCommand() {}

    static List<String> of(Path root, Service service, Map<String, String> properties, boolean throughput) {
        Path jar = service.jar(root);
        if (!Files.isRegularFile(jar)) {
            throw new SuiteException("%s is not built: %s is missing. Run this first: cd %s && ./mvnw install -Dquick"
                    .formatted(service.id(), jar, root));
        }
        var command = new ArrayList<String>();
        command.add(JavaHome.running().java().toString());
        command.addAll(JVM);
        if (!throughput) {
            command.add(LIGHT);
        }
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
