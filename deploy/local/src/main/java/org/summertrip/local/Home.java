package org.summertrip.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.summertrip.stores.process.DirectoryLock;
import org.summertrip.stores.process.Installation;
import org.summertrip.stores.process.PrivateFiles;
import org.summertrip.stores.process.RunFile;

/** Everything that one local suite leaves on the disk, in one directory: removing it removes the suite's memory. */
public record Home(Path directory) {

    public static Home at(Path directory) {
        return new Home(directory.toAbsolutePath().normalize());
    }

    public static Home ofCheckout() {
        return new Home(Installation.find().root().resolve(".summer-trip"));
    }

    /** The stores' part, which they lay out themselves. */
    public Path stores() {
        return directory.resolve("stores");
    }

    public Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    public Path storeLog(String store) {
        return stores().resolve("logs").resolve(store + ".log");
    }

    public Path launcherFile() {
        return runFile("launcher");
    }

    public Path runFile(Service service) {
        return runFile(service.id());
    }

    public Path storeRunFile(String store) {
        return stores().resolve("run").resolve(store);
    }

    private Path runFile(String name) {
        return directory.resolve("run").resolve(name);
    }

    public Path secretsFile() {
        return directory.resolve("secrets");
    }

    /** Named so because Quarkus takes configuration from files of this ending only. */
    public Path developersFile() {
        return directory.resolve("dev.properties");
    }

    public Optional<ProcessHandle> launcher() {
        return RunFile.read(launcherFile()).flatMap(RunFile::process);
    }

    /** Tokens, passwords and other people's messages are in here: private from the first moment. */
    public void create() {
        try {
            PrivateFiles.directory(directory);
            PrivateFiles.directory(directory.resolve("logs"));
            PrivateFiles.directory(directory.resolve("run"));
        } catch (IOException e) {
            throw new SuiteException("Cannot create %s (%s): choose another with --home.".formatted(directory, e), e);
        }
        if (!Files.isWritable(directory)) {
            throw new SuiteException("%s is not writable for %s: choose another with --home, or give it to this user."
                    .formatted(directory, System.getProperty("user.name")));
        }
    }

    /** Empty while a suite runs here. */
    public Optional<DirectoryLock> tryLock() {
        return DirectoryLock.tryLock(directory.resolve("lock"));
    }

    public DirectoryLock lock() {
        return tryLock()
                .orElseThrow(() ->
                        new SuiteException("A suite runs in %s already%s. deploy/status shows it, deploy/down"
                                        .formatted(
                                                directory,
                                                launcher()
                                                        .map(process -> " (process " + process.pid() + ")")
                                                        .orElse(""))
                                + " stops it; a second one beside it takes --home and --port-offset."));
    }
}
