package org.summertrip.stores;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.summertrip.stores.process.Ports;
import org.summertrip.stores.process.RunFile;

/** The command line in a process of its own, which can be killed. */
final class SupervisorProcess {

    private final Path directory;
    private final List<Store> stores;
    private final Map<Store, Integer> ports;

    SupervisorProcess(Path directory, Store... stores) {
        this.directory = directory;
        this.stores = List.of(stores);
        this.ports = this.stores.stream().collect(Collectors.toMap(store -> store, store -> Ports.random()));
    }

    /** Returns when it has said that it is ready. */
    Process up(String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                Path.of("target/classes").toAbsolutePath().toString(),
                Main.class.getName(),
                "up"));
        command.addAll(List.of("--directory", directory.toString()));
        command.addAll(List.of("--only", stores.stream().map(Store::id).collect(Collectors.joining(","))));
        ports.forEach((store, port) -> command.addAll(List.of("--port", store.id() + "=" + port)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.equals(Up.READY)) {
                return process;
            }
        }
        return fail("not ready:\n" + said);
    }

    /** Not {@link ProcessHandle#isAlive}: in containers nobody reaps orphans, and that takes zombies for alive. */
    static boolean isAlive(RunFile process) {
        return process.process().isPresent();
    }

    /** The engines that live, as another process sees it. */
    List<RunFile> engines() {
        return stores.stream()
                .map(store -> Instance.at(directory).running(store))
                .flatMap(Optional::stream)
                .filter(SupervisorProcess::isAlive)
                .toList();
    }
}
