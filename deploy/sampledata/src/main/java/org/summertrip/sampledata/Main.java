package org.summertrip.sampledata;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/** {@code deploy/sampledata/load}: brings a sample world into a running suite, wherever that is. */
public final class Main {

    private static final int REFUSED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        try {
            Optional<LoadOptions> options = LoadOptions.parse(arguments);
            if (options.isEmpty()) {
                System.out.println(LoadOptions.USAGE);
                return 0;
            }
            load(options.get());
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + LoadOptions.USAGE);
            return REFUSED;
        } catch (LoadException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static void load(LoadOptions options) {
        long startedAt = System.nanoTime();
        World world = World.generate(options.seed(), options.people(), LocalDate.now());
        URI gateway = options.gateway();
        boolean loaded = new Loader(world, gateway, options.password(), System.out::println).load();
        String login = world.people().get(0).email();
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        System.out.printf(loaded ? "Loaded in %.1f s. " : "It was there already. ", seconds);
        System.out.printf("Log in as %s, password %s%n", login, options.password());
    }
}
