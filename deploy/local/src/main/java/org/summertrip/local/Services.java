package org.summertrip.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.summertrip.stores.process.Watchdog;

/** All services of a suite: started together, ended together, started again one by one. */
final class Services {

    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
    private final Restarts restarts;
    private volatile ServiceEnvironment environment;

    Services(SuiteOptions options, Path root, Watchdog watchdog, Health health, Restarts restarts) {
        this.restarts = restarts;
        for (Service service : Service.values()) {
            List<String> command = ServiceCommand.of(
                    root, service, ServiceEnvironment.properties(options, service), options.throughput());
            processes.put(service, new ServiceProcess(service, options, command, watchdog, health));
        }
    }

    void start(ServiceEnvironment told) throws InterruptedException {
        environment = told;
        processes.values().forEach(process -> process.launch(environment.of(process.service())));
        InParallel.run(processes.values().stream()
                .map(process -> (InParallel.Step) process::awaitReady)
                .toList());
    }

    /** From now on; what dies before is a failed start. */
    void watchOver() {
        for (ServiceProcess process : processes.values()) {
            var patience = new Restarts.Patience();
            process.onUnexpectedEnd(() -> {
                Duration pause = patience.next(System.nanoTime());
                process.say("starting again in %d s", pause.toSeconds());
                restarts.after(pause, () -> revive(process));
            });
        }
    }

    /** What fails here has said so in its log, and ended, which brings it here again. */
    private void revive(ServiceProcess process) {
        try {
            process.launch(environment.of(process.service()));
            process.awaitReady();
        } catch (SuiteException e) {
            process.say("did not come back: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void kill(String service) throws InterruptedException {
        process(service).kill();
    }

    void restart(String service, Map<String, String> extra) throws InterruptedException {
        ServiceProcess process = process(service);
        process.stop();
        var all = environment.of(process.service());
        all.putAll(extra);
        process.wantAgain();
        process.launch(all);
        process.awaitReady();
    }

    private ServiceProcess process(String service) {
        return processes.get(Service.byId(service));
    }

    /** First the door, then what is behind it. */
    void stop() throws InterruptedException {
        processes.get(Service.GATEWAY).stop();
        var others = new ArrayList<InParallel.Step>();
        processes.values().forEach(process -> others.add(process::stop));
        InParallel.run(others);
    }
}
