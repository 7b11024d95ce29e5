package org.summertrip.stores.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.summertrip.stores.process.Installation;
import org.summertrip.stores.process.Secrets;
import org.summertrip.stores.process.UserCache;

/**
 * Where one engine of one instance lives.
 *
 * @param directory of the instance, shared with the other engines
 * @param fast durability may be traded for speed: a test's data need not survive the machine
 */
public record Site(String engine, Path directory, int port, boolean fast, Secrets secrets, Installation installation) {

    public Path data() {
        return directory.resolve("data").resolve(engine);
    }

    public Path configuration() {
        return directory.resolve("conf").resolve(engine);
    }

    public Path temporary() {
        return directory.resolve("tmp").resolve(engine);
    }

    public Path log() {
        return directory.resolve("logs").resolve(engine + ".log");
    }

    public Path runFile() {
        return directory.resolve("run").resolve(engine);
    }

    /** For what all instances of a user share. */
    Path cache() throws IOException {
        return UserCache.orElse(directory.resolve("cache"));
    }

    String portText() {
        return Integer.toString(port);
    }
}
