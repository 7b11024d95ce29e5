package org.summertrip.local.command;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.summertrip.local.SuiteException;
import org.summertrip.stores.process.Installation;
import org.summertrip.stores.process.JavaHome;

/** {@code deploy/up --detach}: the same in another JVM, out of reach of this terminal, watched until it is ready. */
final class DetachedUp {

    /** A session of its own where the system has the command for it, else deaf to the terminal's signals. */
    private static final String LEAVE =
            "trap '' HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; fi;" + " trap '' INT; exec \"$@\"";

    private final UpOptions options;
    private final List<String> words;
    private final Consumer<String> output;

    DetachedUp(UpOptions options, List<String> words, Consumer<String> output) {
        this.options = options;
        this.words = words;
        this.output = output;
    }

    int run() throws InterruptedException {
        options.home().create();
        options.home().lock().close(); // before the log of a running suite is overwritten
        Path log = options.home().log("launcher");
        try {
            Files.writeString(log, "");
            Process launcher = new ProcessBuilder(command())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return follow(log, launcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of("sh", "-c", LEAVE, "sh"));
        command.add(JavaHome.running().java().toString());
        command.addAll(Main.JVM);
        command.add("-D" + Installation.ROOT + "=" + Installation.find().root());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "up"));
        words.stream()
                .map(word -> word.equals("--detach") ? "--background" : word)
                .forEach(command::add);
        return command;
    }

    private int follow(Path log, Process launcher) throws IOException, InterruptedException {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            int rules = 0;
            while (true) {
                boolean ended = !launcher.isAlive();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("Picked up JAVA_TOOL_OPTIONS")) {
                        output.accept(line);
                    }
                    rules += line.equals(Banner.END) ? 1 : 0;
                    if (rules == 2) {
                        return 0;
                    }
                }
                if (ended) {
                    throw new SuiteException("The launcher ended with exit code " + launcher.exitValue()
                            + ", see above or in " + log + ".");
                }
                Thread.sleep(100);
            }
        }
    }
}
