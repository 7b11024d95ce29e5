package org.summertrip.stores;

import java.util.concurrent.CountDownLatch;

/** {@code up} in the foreground: ends with the JVM, that is with Ctrl-C or {@code down}. */
final class Up {

    /** The last line of a successful start; {@link DetachedUp} waits for it. */
    static final String READY = "ready";

    private final Arguments arguments;

    Up(Arguments arguments) {
        this.arguments = arguments;
    }

    int run() throws InterruptedException {
        Instance instance = arguments.instance();
        Stores stores = Stores.builder()
                .directory(instance.directory())
                .only(arguments.only().toArray(Store[]::new))
                .ports(arguments.ports())
                .progress(System.out::println)
                .start();
        try (stores) {
            System.out.println("passwords are in " + instance.environmentFile()
                    + "; Ctrl-C or 'deploy/stores/stores down' stops everything");
            System.out.println(READY);
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
