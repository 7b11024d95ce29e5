package org.summertrip.stores;

import java.io.IOException;
import org.summertrip.stores.process.Obstacle;

/** The command line. Exit codes: 0 done (status: all up), 1 not, 2 misunderstood. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run(args));
    }

    private static int run(String[] args) throws IOException, InterruptedException {
        try {
            Arguments arguments = Arguments.parse(args);
            return switch (arguments.command()) {
                case "up" -> arguments.detach() ? new DetachedUp(arguments).run() : new Up(arguments).run();
                case "down" -> new Down(arguments.instance(), System.out::println).run();
                case "status" -> new Status(arguments.instance(), arguments.only(), System.out::println).run();
                default -> usage("unknown command: " + arguments.command());
            };
        } catch (IllegalArgumentException e) {
            return usage(e.getMessage());
        } catch (Obstacle | StoreStartException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int usage(String fault) {
        System.err.println(fault);
        System.err.println();
        System.err.println(Arguments.USAGE);
        return 2;
    }
}
