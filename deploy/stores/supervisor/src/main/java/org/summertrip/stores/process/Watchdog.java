package org.summertrip.stores.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Stops the engines when the supervisor is gone without a word, kill -9 included.
 *
 * <p>One shell of a megabyte, which does nothing but read a pipe. The kernel closes that pipe when the supervisor dies,
 * however it dies. A guard around each engine was the alternative: five shells, and five engines that are no longer
 * direct children of the supervisor.
 */
public final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' HUP INT TERM
            watched=
            while read -r verb pid signal; do
                rest=
                for each in $watched; do
                    case $each in
                        "$pid":*) ;;
                        *) rest="$rest $each" ;;
                    esac
                done
                watched=$rest
                if [ "$verb" = watch ]; then watched="$watched $pid:$signal"; fi
            done
            for each in $watched; do kill -"${each#*:}" "${each%:*}"; done
            for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
                left=
                for each in $watched; do kill -0 "${each%:*}" && left="$left $each"; done
                watched=$left
                [ -z "$watched" ] && exit 0
                sleep 1
            done
            for each in $watched; do kill -KILL "${each%:*}"; done
            """;

    private final Writer pipe;

    public Watchdog() {
        try {
            var process = new ProcessBuilder("sh", "-c", SCRIPT, "summer-trip-watchdog")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            pipe = process.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start sh", e);
        }
    }

    public void watch(long pid, String signal) {
        tell("watch " + pid + " " + signal);
    }

    public void forget(long pid) {
        tell("forget " + pid + " -");
    }

    private synchronized void tell(String line) {
        try {
            pipe.write(line + "\n");
            pipe.flush();
        } catch (IOException watchdogWasKilled) {
            // The run files are the second net: the next "up" or "down" cleans what this one would have.
            return;
        }
    }

    @Override
    public synchronized void close() {
        try {
            pipe.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
