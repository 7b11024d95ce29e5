package org.summertrip.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.summertrip.stores.process.DirectoryLock;
import org.summertrip.stores.process.Installation;
import org.summertrip.stores.process.JavaHome;
import org.summertrip.stores.process.Obstacle;
import org.summertrip.stores.process.PrivateFiles;
import org.summertrip.stores.process.RunFile;
import org.summertrip.stores.process.Secrets;
import org.summertrip.stores.process.Watchdog;

/** Holds the lock of one directory and the processes in it, from the checks before the start to the last one's end. */
final class Supervisor implements AutoCloseable {

    private final Map<Store, StoreProcess> processes = new EnumMap<>(Store.class);
    private final Watchdog watchdog = new Watchdog();
    private final Thread hook = new Thread(this::stopAll, "stores-shutdown");
    private final Instance instance;
    private final DirectoryLock lock;
    private boolean closed;

    private Supervisor(Instance instance, DirectoryLock lock) {
        this.instance = instance;
        this.lock = lock;
    }

    static Supervisor start(
            Instance instance, Set<Store> wanted, Map<Store, Integer> ports, boolean fast, Consumer<String> progress) {
        requireUnix();
        instance.create();
        DirectoryLock lock = instance.lock();
        Supervisor supervisor = null;
        try {
            instance.stopLeftovers()
                    .forEach(store -> progress.accept(
                            "%-10s  left over from a killed supervisor, stopped".formatted(store.displayName())));
            requireEverything(wanted, ports);
            supervisor = new Supervisor(instance, lock);
            supervisor.startAll(wanted, ports, fast, progress);
            return supervisor;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(supervisor, lock);
            throw new Obstacle("Interrupted while starting.", e);
        } catch (IOException e) {
            close(supervisor, lock);
            throw new Obstacle("The start failed: " + e, e);
        } catch (RuntimeException e) {
            close(supervisor, lock);
            throw e;
        }
    }

    private static void close(Supervisor supervisor, DirectoryLock lock) {
        if (supervisor == null) {
            lock.close();
        } else {
            supervisor.close();
        }
    }

    private static void requireUnix() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            throw new Obstacle("The stores run on Linux and macOS: there is no Redis for Windows. Use WSL 2.");
        }
    }

    /** All faults at once: to find the second taken port after having freed the first one is no fun. */
    private static void requireEverything(Set<Store> wanted, Map<Store, Integer> ports) {
        var faults = new ArrayList<String>();
        for (Store store : wanted) {
            PortConflicts.of(store, ports.get(store)).ifPresent(faults::add);
            try {
                Installation.find().classPath(store.engine().folder());
                if (store == Store.CASSANDRA) {
                    JavaHome.between(17, 21);
                }
            } catch (Obstacle obstacle) {
                faults.add(obstacle.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new Obstacle(faults.stream().distinct().collect(Collectors.joining("\n")));
        }
    }

    Map<Store, StoreProcess> processes() {
        return processes;
    }

    private void startAll(Set<Store> wanted, Map<Store, Integer> ports, boolean fast, Consumer<String> progress)
            throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(hook);
        RunFile.of(ProcessHandle.current(), 0, "TERM").write(instance.supervisorFile());
        Secrets secrets = new Secrets(instance.secretsFile());
        for (Store store : wanted) {
            processes.put(
                    store,
                    new StoreProcess(store, instance.site(store, ports.get(store), fast, secrets), watchdog, progress));
        }
        inParallel(processes.values().stream()
                .map(process -> (Callable<Void>) () -> {
                    process.start();
                    return null;
                })
                .toList());
        writeEnvironment();
    }

    /** The first failure ends the waiting for the others. */
    private static void inParallel(List<Callable<Void>> tasks) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, tasks.size()));
        try {
            CompletionService<Void> service = new ExecutorCompletionService<>(threads);
            tasks.forEach(service::submit);
            for (int done = 0; done < tasks.size(); done++) {
                service.take().get();
            }
        } catch (ExecutionException e) {
            throw obstacle(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Obstacle obstacle(Throwable cause) {
        return cause instanceof Obstacle known ? known : new Obstacle("The start failed: " + cause, cause);
    }

    /** For shells and IDEs that run one service by hand. */
    private void writeEnvironment() {
        String lines = processes.entrySet().stream()
                .map(entry ->
                        entry.getKey().engine().environment(entry.getValue().site()))
                .flatMap(each -> each.entrySet().stream())
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
        try {
            PrivateFiles.write(instance.environmentFile(), lines);
        } catch (IOException e) {
            throw new Obstacle("Cannot write " + instance.environmentFile(), e);
        }
    }

    /** Checked exceptions of a step as what the API throws. */
    <T> T call(Callable<T> step) {
        try {
            return step.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreStartException("Interrupted.", e);
        } catch (RuntimeException e) {
            throw e instanceof Obstacle ? new StoreStartException(e.getMessage(), e) : e;
        } catch (Exception e) {
            throw new StoreStartException(e.toString(), e);
        }
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook waits for the lock of stopAll and then finds nothing to do
        }
    }

    private synchronized void stopAll() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = Thread.interrupted();
        try {
            inParallel(processes.values().stream()
                    .map(process -> (Callable<Void>) () -> {
                        process.stop();
                        return null;
                    })
                    .toList());
            Files.deleteIfExists(instance.supervisorFile());
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IOException e) {
            // a stale file is harmless: it names a start time that no other process has
        } finally {
            watchdog.close();
            lock.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
