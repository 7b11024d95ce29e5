package org.summertrip.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.summertrip.stores.Stores;
import org.summertrip.stores.process.DirectoryLock;
import org.summertrip.stores.process.Installation;
import org.summertrip.stores.process.RunFile;
import org.summertrip.stores.process.Watchdog;

/**
 * The running suite. It stops with {@link #close}, with the JVM, and also when the JVM is killed.
 *
 * <pre>{@code
 * var options = SuiteOptions.builder().home(temporary).randomPorts().restart(false).build();
 * try (Suite suite = Suite.start(options)) {
 *     client.get(suite.gateway().resolve("/users/me"));
 *     suite.kill("users-service");
 *     suite.restart("users-service");
 * }
 * }</pre>
 */
public final class Suite implements AutoCloseable {

    private static final Duration WHOLE = Duration.ofMinutes(2);

    private final Watchdog watchdog = new Watchdog();
    private final Restarts restarts = new Restarts();
    private final Health health = new Health();
    private final Thread hook = new Thread(this::stopAll, "suite-shutdown");
    private final SuiteOptions options;
    private final DirectoryLock lock;
    private final SuiteSecrets secrets;
    private volatile Services services;
    private Stores stores;
    private volatile ServiceEnvironment environment;
    private boolean closed;

    private Suite(SuiteOptions options, DirectoryLock lock) {
        this.options = options;
        this.lock = lock;
        this.secrets = SuiteSecrets.of(options.home());
    }

    /** Blocks until everything is ready and the administrator has an account, or stops it all and throws. */
    public static Suite start(SuiteOptions options) {
        options.home().create();
        DirectoryLock lock = options.home().lock();
        Suite suite = null;
        try {
            Leftovers.stopServices(options.home(), options.progress());
            options.ports().requireFreeForServices();
            suite = new Suite(options, lock);
            suite.startAll();
            return suite;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(suite, lock);
            throw new SuiteException("Interrupted while starting.", e);
        } catch (RuntimeException e) {
            close(suite, lock);
            throw e;
        }
    }

    private static void close(Suite suite, DirectoryLock lock) {
        if (suite == null) {
            lock.close();
        } else {
            suite.close();
        }
    }

    private void startAll() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(hook);
        RunFile.of(ProcessHandle.current(), options.ports().of(Service.GATEWAY), "TERM")
                .write(options.home().launcherFile());
        services = new Services(options, Installation.find().root(), watchdog, health, restarts);
        startStores();
        environment = new ServiceEnvironment(options, secrets, stores.environment());
        environment.writeForDevelopers();
        services.start(environment);
        awaitWhole();
        Admin.signUp(admin(), gateway(), health);
        watchOver();
    }

    private void startStores() {
        var builder = Stores.builder()
                .directory(options.home().stores())
                .ports(options.ports().stores())
                .progress(line -> options.progress().accept(Line.ofStore(line)));
        Stores started = (options.fast() ? builder.fast() : builder).start();
        synchronized (this) {
            stores = started;
            if (!closed) {
                return;
            }
        }
        started.close();
        throw new SuiteException("Stopped while starting.");
    }

    /** Ready services are not enough: the gateway must have found them. */
    private void awaitWhole() throws InterruptedException {
        long deadline = System.nanoTime() + WHOLE.toNanos();
        Health.Reply reply = health();
        while (!reply.isWhollyUp()) {
            if (System.nanoTime() > deadline) {
                throw new SuiteException("Every service is ready, yet %s says %d %s"
                        .formatted(gateway().resolve("/health"), reply.status(), reply.body()));
            }
            Thread.sleep(100);
            reply = health();
        }
    }

    private void watchOver() {
        if (options.restart()) {
            services.watchOver();
            new StoreWatch(stores, options, restarts).begin();
        }
    }

    public Home home() {
        return options.home();
    }

    /** The root of the public API, without a slash at the end. */
    public URI gateway() {
        return uri(Service.GATEWAY.id());
    }

    /** Past the gateway: for tests of what only the inside may see. */
    public URI uri(String service) {
        return URI.create("http://127.0.0.1:" + options.ports().of(Service.byId(service)));
    }

    public Login admin() {
        return new Login(ServiceEnvironment.ADMIN, secrets.adminPassword());
    }

    /** What people of a sample world sign in with. */
    public String samplePassword() {
        return secrets.samplePassword();
    }

    /** Where the stores are and how to get in, the shared secret and the keys' address. */
    public Map<String, String> environment() {
        return environment.shared();
    }

    /** For tests of outages. */
    public Stores stores() {
        return stores;
    }

    /** What the gateway says about everything. */
    public Health.Reply health() throws InterruptedException {
        return health.get(gateway().resolve("/health"));
    }

    /** SIGKILL. Returns when it is gone; only {@link #restart} brings it back. */
    public void kill(String service) {
        uninterrupted(() -> services.kill(service));
    }

    /** Stops it if it runs, starts it, and waits until it is ready. */
    public void restart(String service) {
        restart(service, Map.of());
    }

    /** @param extra environment of this one start */
    public void restart(String service, Map<String, String> extra) {
        uninterrupted(() -> services.restart(service, extra));
    }

    /**
     * How one more of a service is started beside the suite's own, for tests of replicas. Whoever starts it also ends it.
     *
     * @param properties what is different: at least {@code quarkus.http.port}, for the gateway {@code quarkus.management.port} too
     */
    public ProcessBuilder replica(String service, Map<String, String> properties) {
        return Replica.of(Installation.find().root(), Service.byId(service), options, environment, properties);
    }

    private static void uninterrupted(InParallel.Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted.", e);
        }
    }

    /** The gateway, then the services, then the stores; waits for each. A second call does nothing. */
    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook waits for stopAll's lock and then finds nothing to do
        }
    }

    private synchronized void stopAll() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = Thread.interrupted();
        try {
            restarts.close();
            if (services != null) {
                services.stop();
            }
            if (stores != null) {
                stores.close();
            }
            Files.deleteIfExists(options.home().launcherFile());
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IOException e) {
            options.progress().accept(Line.of("summer-trip", "cannot tidy up: " + e));
        } finally {
            watchdog.close();
            lock.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
