package org.summertrip.stores;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.summertrip.stores.process.Installation;
import org.summertrip.stores.process.JavaHome;
import org.summertrip.stores.process.Obstacle;
import org.summertrip.stores.process.PrivateFiles;

/** {@code up --detach}: the same in another JVM, out of reach of this terminal, watched until it is ready. */
final class DetachedUp {

    /** A session of its own where the system has the command for it, else deaf to the terminal's signals. */
    private static final String LEAVE =
            "trap '' HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; fi;" + " trap '' INT; exec \"$@\"";

    private final Arguments arguments;

    DetachedUp(Arguments arguments) {
        this.arguments = arguments;
    }

    int run() throws InterruptedException {
        Instance instance = arguments.instance();
        instance.create();
        // before the log of a running supervisor is overwritten
        instance.lock().close();
        Path log = instance.directory().resolve("logs/supervisor.log");
        try {
            PrivateFiles.directory(log.getParent());
            Files.writeString(log, "");
            Process supervisor = new ProcessBuilder(command())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return follow(log, supervisor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of("sh", "-c", LEAVE, "sh"));
        command.add(JavaHome.running().java().toString());
        command.addAll(List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        String root = System.getProperty(Installation.ROOT);
        if (root != null) {
            command.add("-D" + Installation.ROOT + "=" + root);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        arguments.words().stream().filter(word -> !word.equals("--detach")).forEach(command::add);
        return command;
    }

    private static int follow(Path log, Process supervisor) throws IOException, InterruptedException {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            while (true) {
                boolean ended = !supervisor.isAlive();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    System.out.println(line);
                    if (line.equals(Up.READY)) {
                        return 0;
                    }
                }
                if (ended) {
                    throw new Obstacle(
                            "The supervisor ended with exit code " + supervisor.exitValue() + ", see above.");
                }
                Thread.sleep(100);
            }
        }
    }
}
