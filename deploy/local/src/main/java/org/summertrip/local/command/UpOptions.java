package org.summertrip.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.summertrip.local.Home;
import org.summertrip.sampledata.World;

/**
 * What {@code deploy/up} was asked for; its {@code --help} explains it.
 *
 * @param background the other side of {@code --detach}: nobody is watching
 */
record UpOptions(
        Home home,
        int portOffset,
        String host,
        Sample sample,
        boolean detach,
        boolean background,
        boolean quiet,
        boolean restart,
        boolean throughput) {

    private static final Set<String> VALUED = Set.of("--home", "--port-offset", "--host", "--seed", "--people");
    private static final Set<String> FLAGS =
            Set.of("--detach", "--background", "--quiet", "--no-restart", "--no-sample-data", "--throughput");

    /** @param wanted false for an empty suite */
    record Sample(boolean wanted, long seed, int people) {

        /** Before everything is started, not after. */
        Sample {
            if (people < World.SMALLEST) {
                throw new IllegalArgumentException("--people needs at least " + World.SMALLEST + ".");
            }
        }
    }

    static UpOptions parse(List<String> words) {
        var line = CommandLine.parse(words, VALUED, FLAGS);
        return new UpOptions(
                home(line),
                line.number("--port-offset", 0),
                line.text("--host", "127.0.0.1"),
                new Sample(!line.has("--no-sample-data"), line.number("--seed", 1), line.number("--people", 24)),
                line.has("--detach"),
                line.has("--background"),
                line.has("--quiet"),
                !line.has("--no-restart"),
                line.has("--throughput"));
    }

    boolean homeIsDefault() {
        return home.equals(Home.ofCheckout());
    }

    /** For the commands that take nothing else. */
    static Home home(List<String> words) {
        return home(CommandLine.parse(words, Set.of("--home"), Set.of()));
    }

    private static Home home(CommandLine line) {
        String chosen = line.text("--home", null);
        return chosen == null ? Home.ofCheckout() : Home.at(Path.of(chosen));
    }
}
