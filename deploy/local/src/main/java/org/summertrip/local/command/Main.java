package org.summertrip.local.command;

import java.util.Arrays;
import java.util.List;
import org.summertrip.local.SuiteException;
import org.summertrip.local.console.Palette;
import org.summertrip.sampledata.LoadException;
import org.summertrip.stores.StoreStartException;
import org.summertrip.stores.process.Obstacle;

/** Behind the scripts in {@code deploy}. Exit codes: 0 done (status: all up), 1 not, 2 misunderstood. */
public final class Main {

    /** Of the launcher itself, which has little to do once all is up. */
    static final List<String> JVM =
            List.of("-Xmx96m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        System.exit(run(words));
    }

    private static int run(String... words) throws InterruptedException {
        try {
            String command = words.length == 0 ? "" : words[0];
            List<String> rest = Arrays.asList(words).subList(Math.min(1, words.length), words.length);
            return switch (command) {
                case "up" -> up(rest);
                case "down" -> new Down(UpOptions.home(rest), Terminal.output()::println).run();
                case "status" -> new Status(UpOptions.home(rest)).print(Terminal.output()::println);
                default -> throw new IllegalArgumentException("Unknown command: " + command);
            };
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + " See deploy/up --help.");
            return 2;
        } catch (SuiteException | StoreStartException | Obstacle | LoadException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int up(List<String> words) throws InterruptedException {
        UpOptions options = UpOptions.parse(words);
        return options.detach()
                ? new DetachedUp(options, words, Terminal.output()::println).run()
                : new Up(options, new Palette(Boolean.getBoolean("summer-trip.colours"))).run();
    }
}
