package org.summertrip.stores.engine;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.summertrip.stores.process.LogTail;
import org.summertrip.stores.process.Obstacle;
import org.summertrip.stores.process.Spawn;

/** A command that has to end well before the engine can start; its output goes to the engine's log. */
final class OneShot {

    private OneShot() {}

    static void run(Site site, String what, String input, List<String> command)
            throws IOException, InterruptedException {
        Process process = Spawn.start(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(site.log().toFile())));
        try (Writer pipe = process.outputWriter(StandardCharsets.UTF_8)) {
            pipe.write(input);
        } catch (IOException endedEarly) {
            process.waitFor();
        }
        try {
            if (process.waitFor() != 0) {
                throw new Obstacle(
                        what + " ended with exit code " + process.exitValue() + ". " + LogTail.of(site.log()));
            }
        } finally {
            process.destroy();
        }
    }
}
